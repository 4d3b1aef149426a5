// From expanded words to ranked documents of one index.
'use strict'
const { K1, PAGE } = require('./packed-index.js')

// Tokens: two words that stand so near belong together; the parts of a compound may stand further apart.
const NEAR = 8, NEAR_PARTS = 16
const STRONG = 0.75, LIGHT = 0.25
// The first fields of every index.
const TITLE = 0, ALIASES = 1
const BONUS = { wholeTitle: 2, allInTitle: 1.4, name: 3, phrase: 0.4, outdated: 0.7 }
const LOOKED_AT_CLOSELY = 200

/** JavaScript's Math.round of thousandths, as lunr does with its weights: hides what the last bit of a logarithm is. */
const thousandths = number => Math.round(number * 1000) / 1000

/** Where one word of the query stands: by field, frequency and best weight by document. */
class WordMatches {
  constructor(index) {
    this.index = index
    this.frequency = index.fields.map(() => null)
    this.weight = index.fields.map(() => null)
    this.best = new Float64Array(index.count)
    this.documents = []
  }

  add(field, document, frequency, weight) {
    if (!this.frequency[field]) {
      this.frequency[field] = new Uint32Array(this.index.count)
      this.weight[field] = new Float64Array(this.index.count)
    }
    this.frequency[field][document] += frequency
    if (weight > this.weight[field][document]) this.weight[field][document] = weight
    if (this.best[document] === 0) this.documents.push(document)
    if (weight > this.best[document]) this.best[document] = weight
  }

  has(document) {
    return this.best[document] > 0
  }

  finish(isLight) {
    const strong = this.documents.reduce((sum, document) => sum + (this.best[document] >= STRONG ? 1 : 0), 0)
    const n = strong || this.documents.length
    this.rarity = (isLight ? LIGHT : 1) * thousandths(Math.log(1 + (this.index.count - n + 0.5) / (n + 0.5)))
  }

  /** How surely the word is there: 1 for the word itself. */
  certainty(document) {
    return this.best[document] >= STRONG ? 1 : this.best[document]
  }

  score(document) {
    const { fields, lengthParts } = this.index
    let score = 0
    for (let field = 0; field < fields.length; field++) {
      const frequency = this.frequency[field] ? this.frequency[field][document] : 0
      if (frequency > 0) score += (fields[field].boost * this.weight[field][document] * ((K1 + 1) * frequency)) / (lengthParts[field][document] + frequency)
    }
    return /** @type {number} */ (this.rarity) * score
  }
}

/** document -> places of any of the terms in one field, rising. */
function placesIn(index, terms, field) {
  const found = new Map()
  for (const term of terms) {
    for (const posting of index.postingsOf(term)) {
      if (posting.field !== field) continue
      posting.documents.forEach((document, i) => found.set(document, found.has(document) ? [...found.get(document), ...posting.places[i]] : posting.places[i]))
    }
  }
  for (const [document, places] of found) if (Array.isArray(places)) found.set(document, places.sort((a, b) => a - b))
  return found
}

function timesTogether(slotPlaces, offsets) {
  const [first, ...others] = slotPlaces
  let times = 0
  for (const place of first) {
    const together = others.every((places, i) => (offsets ? includes(places, place + offsets[i + 1]) : places.some(other => other !== place && Math.abs(other - place) <= NEAR_PARTS)))
    if (together) times++
  }
  return times
}

function includes(places, wanted) {
  for (const place of places) if (place === wanted) return true
  return false
}

/** Calls found(field, document, times) where the words of a sequence stand together. */
function findSequence(index, sequence, found) {
  index.fields.forEach((_, field) => {
    const slots = sequence.slots.map(terms => placesIn(index, terms, field))
    for (const [document] of slots[0]) {
      if (!slots.every(slot => slot.has(document))) continue
      const times = timesTogether(slots.map(slot => slot.get(document)), sequence.offsets)
      if (times) found(field, document, times)
    }
  })
}

/** Documents that have any of the terms. */
function documentsOf(index, terms) {
  const found = new Set()
  for (const term of terms) for (const { documents } of index.postingsOf(term)) for (const document of documents) found.add(document)
  return found
}

/** Calls found(field, document, times) for all occurrences of the slots in the documents that have each of them somewhere. */
function findApart(index, sequence, found) {
  const slots = sequence.slots.map(terms => documentsOf(index, terms))
  for (const term of new Set(sequence.slots.flat())) {
    for (const { field, documents, places } of index.postingsOf(term)) {
      documents.forEach((document, i) => slots.every(slot => slot.has(document)) && found(field, document, places[i].length))
    }
  }
}

function matchWord(index, expanded) {
  const matches = new WordMatches(index)
  for (const [term, weight] of expanded.weighed) {
    for (const { field, documents, places } of index.postingsOf(term)) {
      for (let i = 0; i < documents.length; i++) matches.add(field, documents[i], places[i].length, weight)
    }
  }
  for (const sequence of expanded.sequences) {
    const find = sequence.apart ? findApart : findSequence
    find(index, sequence, (field, document, times) => matches.add(field, document, times, sequence.weight))
  }
  matches.finish(expanded.isLight)
  return matches
}

/** Terms whose postings a query needs. */
function termsOf(query) {
  const terms = new Set(query.excluded)
  const addSequence = ({ slots }) => slots.forEach(slot => slot.forEach(term => terms.add(term)))
  for (const word of query.words) {
    for (const term of word.weighed.keys()) terms.add(term)
    word.sequences.forEach(addSequence)
  }
  query.phrases.forEach(addSequence)
  query.excludedPhrases.forEach(addSequence)
  return terms
}

/** What a document's score is multiplied by when all words stand in its title, or in that and its other names. */
function titleBonus(index, matches, document) {
  let inTitle = 0, inNames = 0
  for (const { weight } of matches) {
    if (weight[TITLE] && weight[TITLE][document] >= STRONG) inTitle++
    else if (weight[ALIASES] && weight[ALIASES][document] >= STRONG) inNames++
  }
  if (inTitle + inNames < matches.length) return 1
  return inNames === 0 && index.lengths[TITLE][document] <= matches.length ? BONUS.wholeTitle : BONUS.allInTitle
}

/** The share of neighbours in the query that are neighbours in the document too; half for those that stand near. */
function togetherness(index, words, document) {
  let sum = 0
  for (let i = 0; i + 1 < words.length; i++) {
    let best = 0
    index.fields.forEach((_, field) => {
      const one = placesOf(index, words[i].own, field, document), other = placesOf(index, words[i + 1].own, field, document)
      const gap = words[i + 1].word.place - words[i].word.place
      for (const a of one) for (const b of other) best = Math.max(best, b - a === gap ? 1 : Math.abs(b - a) <= NEAR ? 0.5 : 0)
    })
    sum += best
  }
  return words.length > 1 ? sum / (words.length - 1) : 0
}

function placesOf(index, terms, field, document) {
  const found = []
  for (const term of terms) {
    for (const posting of index.postingsOf(term)) {
      if (posting.field !== field) continue
      const at = lowerBound(posting.documents, document)
      if (posting.documents[at] === document) found.push(...posting.places[at])
    }
  }
  return found
}

function lowerBound(numbers, wanted) {
  let first = 0, end = numbers.length
  while (first < end) {
    const middle = (first + end) >> 1
    if (numbers[middle] < wanted) first = middle + 1
    else end = middle
  }
  return first
}

const byRank = (a, b) => a.missing - b.missing || b.score - a.score || a.document - b.document

/** Documents that a phrase or a minus rules out are gone. */
function allowedDocuments(index, query) {
  const documentsWith = phrase => {
    const having = /** @type {Set<number>} */ (new Set())
    if (phrase.slots.every(slot => slot.length)) findSequence(index, phrase, (field, document) => having.add(document))
    return having
  }
  let allowed = /** @type {Set<number> | null} */ (null)
  for (const phrase of query.phrases) {
    const having = documentsWith(phrase)
    allowed = allowed === null ? having : new Set([...allowed].filter(document => having.has(document)))
  }
  const excluded = new Set()
  for (const term of query.excluded) for (const { documents } of index.postingsOf(term)) for (const document of documents) excluded.add(document)
  for (const phrase of query.excludedPhrases) for (const document of documentsWith(phrase)) excluded.add(document)
  return document => (allowed === null || allowed.has(document)) && !excluded.has(document)
}

/** How many words of the query a document lacks; rare ones count for more, and a word that is there as something like it counts in part. */
function missingWords(matches, document) {
  let whole = 0, found = 0
  for (const match of matches) {
    whole += match.rarity
    found += match.rarity * match.certainty(document)
  }
  // Words that every page has say nothing.
  return whole === 0 ? 0 : Math.round((1 - found / whole) * matches.length)
}

/** Documents that have any of the words, each once. */
function documentsWithAny(index, matches) {
  const met = new Uint8Array(index.count), documents = []
  for (const match of matches) {
    for (const document of match.documents) if (met[document]++ === 0) documents.push(document)
  }
  return documents
}

function scoreOf(index, query, matches, document) {
  let score = 0
  for (const match of matches) if (match.has(document)) score += match.score(document)
  score *= query.documents.has(document) ? BONUS.name : titleBonus(index, matches, document)
  return index.pages[document][PAGE.outdated] ? score * BONUS.outdated : score
}

/** Best first: [{document, missing, score}]. REQUIRES: the postings of termsOf(query) have been read. */
function rankDocuments(index, query) {
  const matches = query.words.map(word => matchWord(index, word))
  const isAllowed = allowedDocuments(index, query)
  const hits = documentsWithAny(index, matches)
    .filter(isAllowed)
    .map(document => ({ document, missing: missingWords(matches, document), score: scoreOf(index, query, matches, document) }))
  hits.sort(byRank)
  const first = hits.slice(0, LOOKED_AT_CLOSELY).map(hit => ({ ...hit, score: hit.score * (1 + BONUS.phrase * togetherness(index, query.words, hit.document)) }))
  return [...first.sort(byRank), ...hits.slice(LOOKED_AT_CLOSELY)]
}

module.exports = { rankDocuments, termsOf }
