// A query with every word turned into terms of one index.
'use strict'
const { tokens } = require('./pipeline.js')
const { WeighedTerms, WEIGHT, fold } = require('./vocabulary.js')

const LONGEST_NAME = 8
// Bits of the number of documents: 32 or more.
const COMMON = 6

/** All names of the index: key of its words -> [[stems of each other name], …]. */
class Names {
  constructor(groups, pipeline) {
    this.byKey = new Map()
    for (const [document, ...names] of groups) {
      const forms = names.map(name => stemsOf(name, pipeline)).filter(form => form.length)
      forms.forEach((form, i) => {
        if (form.length > LONGEST_NAME) return
        const others = forms.filter((_, k) => k !== i)
        const key = keyOf(form.map(({ stem }) => stem))
        this.byKey.set(key, (this.byKey.get(key) || []).concat({ document, others }))
      })
    }
  }

  /** The longest names in the query: [{first, end, meanings}]. */
  find(words) {
    const spans = []
    for (let first = 0; first < words.length; ) {
      let end = Math.min(words.length, first + LONGEST_NAME), meanings
      for (; end > first; end--) {
        meanings = this.byKey.get(keyOf(words.slice(first, end).map(({ stem }) => stem)))
        if (meanings) break
      }
      if (meanings) spans.push({ first, end, meanings })
      first = meanings ? end : first + 1
    }
    return spans
  }
}

const keyOf = stems => fold(stems.join(' '))

function stemsOf(text, pipeline) {
  const stems = []
  tokens(text.toLowerCase()).forEach((token, place) => {
    const surface = pipeline.trim(token.text)
    if (surface !== '') stems.push({ stem: pipeline.stem(surface), surface, stop: pipeline.isStopWord(surface), place })
  })
  return stems
}

/**
 * What one word of the query may be in the index.
 * weighed: term -> weight; sequences: [{slots: [[term]], offsets: [number] | null, weight}], words that must stand so far from the first, or
 * near each other; own: the terms that are the word itself; corrections: [{surface, term}] when there are none.
 */
function expandWord(vocabulary, word) {
  const expanded = expandKnown(vocabulary, word)
  if (expanded.weighed.size || expanded.sequences.length) return expanded
  const corrections = vocabulary.corrections(word)
  if (corrections.length) return expandCorrected(vocabulary, word, corrections)
  for (const term of vocabulary.longFirstPart(word).terms()) expanded.weighed.set(term, WEIGHT.firstPart)
  return expanded
}

/** Without a thought of typing errors. */
function expandKnown(vocabulary, word) {
  const itself = vocabulary.itself(word)
  const found = new WeighedTerms(), sequences = []
  for (const [term, weight] of itself.weights) found.add(term, weight)
  vocabulary.addRelatives(word, found)
  vocabulary.addLonger(word, itself, found)
  // What many pages have as one word need not be looked for in parts.
  const isCommon = itself.terms().some(term => vocabulary.spread[term] >= COMMON)
  for (const { narrow, wide } of isCommon ? [] : vocabulary.splits(word, itself.size > 0)) {
    sequences.push({ slots: wide, offsets: null, weight: WEIGHT.near, apart: false })
    if (!itself.size) sequences.push({ slots: narrow, offsets: null, weight: WEIGHT.apart, apart: true })
  }
  return { word, isLight: vocabulary.light.has(word.stem) || word.surface.length === 1, weighed: found.weights, sequences, own: itself.terms(), corrections: [] }
}

/** As the likeliest correction, and the others weakly. */
function expandCorrected(vocabulary, word, corrections) {
  const [{ surface }] = corrections
  const meant = expandKnown(vocabulary, { ...word, surface, stem: vocabulary.pipeline.stem(surface), last: false })
  const found = new WeighedTerms()
  for (const [term, weight] of meant.weighed) found.add(term, weight * WEIGHT.misspelt)
  for (const { term } of corrections) found.add(term, WEIGHT.misread)
  return { word, isLight: meant.isLight, weighed: found.weights, sequences: [], own: meant.own, corrections }
}

/** A name as a sequence of slots, stop words left out; null when the index lacks one of its words. */
function nameSequence(vocabulary, form) {
  const slots = [], offsets = []
  for (const part of form) {
    if (part.stop) continue
    const terms = [...vocabulary.itself(part).weights.keys()]
    if (!terms.length) return null
    slots.push(terms)
    offsets.push(part.place)
  }
  return slots.length ? { slots, offsets: offsets.map(offset => offset - offsets[0]), weight: WEIGHT.alias, apart: false } : null
}

/** {words: [expanded], phrases: [sequence], excluded: [term], excludedPhrases: [sequence], documents: those whose name the query is} */
function expandQuery(index, query) {
  const { vocabulary } = index
  if (!index.nameTable) index.nameTable = new Names(index.names, index.pipeline)
  const spans = index.nameTable.find(query.words)
  const isWanted = (word, i) => !word.stop || vocabulary.irregular.has(word.stem) || spans.some(({ first, end }) => i >= first && i < end && end === first + 1)
  const wanted = query.words.map((word, i) => i).filter(i => isWanted(query.words[i], i))
  const seen = new Set(), expanded = new Map()
  for (const i of wanted) {
    const word = query.words[i]
    if (seen.has(word.stem)) continue
    seen.add(word.stem)
    expanded.set(i, expandWord(vocabulary, word))
  }
  const documents = new Set()
  for (const { first, end, meanings } of spans) {
    const whole = wanted.every(i => i >= first && i < end)
    for (const { document, others } of meanings) {
      if (whole) documents.add(document)
      for (const form of others) {
        const sequence = nameSequence(vocabulary, form)
        if (sequence) for (let i = first; i < end; i++) if (expanded.has(i)) expanded.get(i).sequences.push(sequence)
      }
    }
  }
  const sequencesOf = phrases => phrases.map(words => phraseSequence(vocabulary, words)).filter(phrase => phrase !== null)
  const phrases = sequencesOf(query.phrases.map(phrase => phrase.map(i => query.words[i]))), excludedPhrases = sequencesOf(query.excludedPhrases)
  const excluded = query.excluded.flatMap(word => [...vocabulary.itself({ ...word, last: false }).weights.keys()])
  return { words: [...expanded.values()], phrases, excluded, excludedPhrases, documents }
}

/** As nameSequence, but a word that the index lacks is one that no page has; null when there are stop words only. */
function phraseSequence(vocabulary, words) {
  const kept = words.filter(word => !word.stop)
  if (!kept.length) return null
  return { slots: kept.map(word => [...vocabulary.itself(word).weights.keys()]), offsets: kept.map(word => word.place - kept[0].place), weight: 1, apart: false }
}

module.exports = { expandQuery }
