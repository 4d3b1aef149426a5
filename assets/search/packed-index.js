// The index of one language as it is loaded, part by part; generator/search/packed_index.h and search_parts.cc say what the parts hold.
'use strict'
const { NumberReader } = require('./number-text.js')
const { Vocabulary } = require('./vocabulary.js')

const K1 = 1.2, B = 0.75
// Where in an entry of `pages` each thing stands.
const PAGE = { title: 0, address: 1, kind: 2, trail: 3, date: 4, dateText: 5, outdated: 6, facets: 7 }

class PackedIndex {
  /**
   * @param {any} head search/LANG/head.js
   * @param {any} pipeline
   */
  constructor(head, pipeline) {
    this.head = head
    this.language = head.language
    this.pipeline = pipeline
    this.count = head.documents
    this.fields = head.fields
    this.pages = []
    this.names = []
    this.lengths = head.fields.map(() => new Uint32Array(head.documents))
    this.postings = new Map()
    this.vocabulary = null
  }

  /** The texts of parts.vocabulary, in order. */
  readVocabulary(texts) {
    const terms = [], spread = []
    let before = ''
    for (const text of texts) {
      const lines = text.split('\n')
      lines.pop()
      for (const line of lines) {
        before = before.slice(0, line.charCodeAt(0) - 48) + line.slice(2)
        terms.push(before)
        spread.push(line.charCodeAt(1) - 48)
      }
    }
    this.vocabulary = new Vocabulary(terms, spread, this.head.rules, this.pipeline)
  }

  readPages(texts) {
    for (const text of texts) {
      const { first, pages, lengths } = JSON.parse(text)
      this.pages.push(...pages)
      lengths.forEach((numbers, field) => {
        const reader = new NumberReader(numbers)
        for (let i = 0; i < pages.length; i++) this.lengths[field][first + i] = reader.next()
      })
    }
    // What length does to a term's weight; a field that is empty everywhere has no average, and no terms.
    this.lengthParts = this.lengths.map(lengths => {
      const average = lengths.reduce((sum, length) => sum + length, 0) / this.count
      return Float64Array.from(lengths, length => K1 * (1 - B + B * (length / average)))
    })
  }

  readNames(text) {
    this.names = JSON.parse(text)
  }

  /** The part of parts.postings that holds a term: its position there. */
  partOf(term) {
    const parts = this.head.parts.postings
    let first = 0, end = parts.length
    while (first < end) {
      const middle = (first + end) >> 1
      if (parts[middle][1] <= term) first = middle + 1
      else end = middle
    }
    return first - 1
  }

  readPostings(part, text) {
    const first = this.head.parts.postings[part][1]
    text.split('\n').forEach((packed, i) => {
      if (packed !== '') this.postings.set(first + i, packed)
    })
  }

  /** [{field, documents, places: [[…]]}], fields rising. REQUIRES: its part has been read. */
  postingsOf(term) {
    const known = this.postings.get(term)
    if (typeof known !== 'string') return known
    const reader = new NumberReader(known), fields = []
    while (!reader.atEnd()) {
      const field = reader.next() - 1, count = reader.next(), documents = new Uint32Array(count), places = new Array(count)
      let next = 0
      for (let i = 0; i < count; i++) {
        documents[i] = next + reader.next()
        next = documents[i] + 1
        const found = new Uint32Array(reader.next())
        let place = 0
        for (let k = 0; k < found.length; k++) found[k] = place += reader.next()
        places[i] = found
      }
      fields.push({ field, documents, places })
    }
    this.postings.set(term, fields)
    return fields
  }
}

module.exports = { PackedIndex, K1, PAGE }
