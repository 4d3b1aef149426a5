// Which passage of a page answers a query best, and the words of it to show. generator/search/passages.h is the twin.
'use strict'
const { tokens } = require('./pipeline.js')

const WORDS_BEFORE = 6, WORDS_SHOWN = 30

class PassageFinder {
  /**
   * @param {any} index
   * @param {any} query expanded
   */
  constructor(index, query) {
    this.pipeline = index.pipeline
    this.wordCount = query.words.length
    this.weights = new Map()
    const { terms } = index.vocabulary
    const add = (term, word, weight) => {
      const known = this.weights.get(terms[term]) || new Map()
      if (!(known.get(word) >= weight)) known.set(word, weight)
      this.weights.set(terms[term], known)
    }
    query.words.forEach(({ weighed, sequences }, word) => {
      for (const [term, weight] of weighed) add(term, word, weight)
      // Parts of a compound are marked only where the compound itself is not to be found.
      for (const { slots, offsets, apart, weight } of sequences) {
        if (offsets || apart) for (const slot of slots) for (const term of slot) add(term, word, weight / slots.length)
      }
    })
  }

  tokens(text) {
    return tokens(text).map(({ start, text: token }) => {
      const term = this.pipeline.term(token)
      return { start, text: token, weights: (term !== null && this.weights.get(term)) || null }
    })
  }

  rankOf(found, first, end) {
    const best = new Float64Array(this.wordCount)
    for (let i = first; i < end; i++) {
      if (!found[i].weights) continue
      for (const [word, weight] of found[i].weights) best[word] = Math.max(best[word], weight)
    }
    return best.reduce((sum, weight) => sum + weight, 0)
  }

  /** How well a text answers: the sum over the query's words of the best weight among their terms in it. */
  rank(text) {
    const found = this.tokens(text)
    return this.rankOf(found, 0, found.length)
  }

  bestStart(found) {
    let best = 0, bestRank = 0
    found.forEach(({ weights }, i) => {
      if (!weights) return
      const start = Math.max(0, i - WORDS_BEFORE)
      const rank = this.rankOf(found, start, Math.min(start + WORDS_SHOWN, found.length))
      if (rank > bestRank) [best, bestRank] = [start, rank]
    })
    return best
  }

  /** About thirty words around the place that answers best: [{text, marked}] */
  snippet(text) {
    const found = this.tokens(text), parts = []
    if (!found.length) return parts
    const append = (piece, marked) => {
      if (piece === '') return
      const last = parts[parts.length - 1]
      if (last && last.marked === marked) last.text += piece
      else parts.push({ text: piece, marked })
    }
    const first = this.bestStart(found), end = Math.min(first + WORDS_SHOWN, found.length)
    if (first > 0) append('… ', false)
    let at = found[first].start
    for (const token of found.slice(first, end)) {
      if (!token.weights) continue
      const word = this.pipeline.trim(token.text)
      const start = token.start + token.text.indexOf(word)
      append(text.slice(at, start), false)
      append(word, true)
      at = start + word.length
    }
    append(text.slice(at, found[end - 1].start + found[end - 1].text.length), false)
    if (end < found.length) append(' …', false)
    return parts
  }
}

/**
 * {anchor, parts}: the passage that answers best, and its snippet; anchor '' = the top of the page.
 * @param {PassageFinder} finder
 * @param {string} title
 * @param {[string, [string, string][]]} texts summary, and passages with their anchors
 */
function findPassage(finder, title, [summary, passages]) {
  // The summary was written to be shown, so a passage must answer better.
  let best = finder.rank(summary), anchor = '', shown = summary
  for (const [passageAnchor, text] of passages) {
    const rank = finder.rank(text)
    if (rank > best) [best, anchor, shown] = [rank, passageAnchor, text]
  }
  if (finder.rank(title) >= best) anchor = ''
  if (best === 0 && shown === '' && passages.length) shown = passages[0][1]
  return { anchor, parts: finder.snippet(shown) }
}

module.exports = { PassageFinder, findPassage }
