// What a reader wrote, taken apart: words, phrases in quotation marks, words and phrases with a minus before them.
'use strict'
const { tokens } = require('./pipeline.js')

const MOST_UNITS = 1000, MOST_WORDS = 32
const QUOTES = /["\u201C\u201D\u201E\u00AB\u00BB\u2033]/g
const MINUS = /(^|\s)[-\u2212\u2013](?!["\u201C\u201D\u201E\u00AB\u00BB\u2033])([^\s-]+)/g, MINUS_AT_END = /(^|\s)[-\u2212\u2013]$/

/** A date in figures as people write it in words, which is how pages hold it. */
function datesInWords(text, months) {
  if (!months.length) return text
  const name = month => months[Number(month) - 1]
  return text
    .replace(/(^|\s)(\d{4})-(\d\d)-(\d\d)(?=\s|$)/g, (all, before, year, month, day) => (name(month) ? `${before}${Number(day)} ${name(month)} ${year}` : all))
    .replace(/(^|\s)(\d\d?)\/(\d\d?) (\d{4})(?=\s|$)/g, (all, before, day, month, year) => (name(month) ? `${before}${Number(day)} ${name(month)} ${year}` : all))
    .replace(/(^|\s)(\d{4})-(\d\d)(?=\s|$)/g, (all, before, year, month) => (name(month) ? `${before}${name(month)} ${year}` : all))
}

/**
 * {words, phrases, excluded, excludedPhrases}. A word: {surface, stem, place, stop, last}; places count tokens, so that those of a phrase can be compared with
 * those of the index. phrases: lists of positions in words; excludedPhrases: lists of words. Stop words are kept: names and phrases have them.
 */
function parseReaderQuery(pipeline, months, readerText) {
  let text = datesInWords(readerText.normalize('NFC').slice(0, MOST_UNITS).toLowerCase(), months)
  const excluded = []
  text = text.replace(MINUS, (all, before, word) => {
    const surface = pipeline.trim(word)
    if (surface === '') return all
    excluded.push({ surface, stem: pipeline.stem(surface) })
    return before + ' '
  })
  const words = [], phrases = [], excludedPhrases = []
  let place = 0
  text.replace(QUOTES, '"').split('"').forEach((part, i, parts) => {
    const isPhrase = i % 2 === 1, isExcluded = isPhrase && MINUS_AT_END.test(parts[i - 1])
    const taken = isExcluded ? [] : words, first = taken.length
    for (const token of tokens(part)) {
      const surface = pipeline.trim(token.text)
      if (surface !== '' && taken.length < MOST_WORDS) taken.push({ surface, stem: pipeline.stem(surface), place, stop: pipeline.isStopWord(surface), last: false })
      place++
    }
    if (isExcluded) excludedPhrases.push(taken)
    else if (isPhrase && words.length > first) phrases.push(words.slice(first).map((_, k) => first + k))
    place += 64
  })
  // A space after it, or a quotation mark, says that the reader has finished the word.
  if (words.length && /[^\s"]$/.test(readerText.replace(QUOTES, '"'))) words[words.length - 1].last = true
  return { words, phrases, excluded, excludedPhrases }
}

module.exports = { parseReaderQuery }
