// The search of one site: loads what a query needs, ranks over all languages, counts facets, makes snippets. Knows no page: texts in, plain
// data out, so that it runs in a worker as well as beside the page, and in Node for the tests.
'use strict'
const lunr = require('lunr')
const { makePipeline, tokens } = require('./pipeline.js')
const { PackedIndex, PAGE } = require('./packed-index.js')
const { parseReaderQuery } = require('./reader-query.js')
const { expandQuery } = require('./expansion.js')
const { rankDocuments, termsOf } = require('./ranking.js')
const { PassageFinder, findPassage } = require('./passages.js')
require('lunr-languages/lunr.stemmer.support.js')(lunr)
require('lunr-languages/lunr.sv.js')(lunr)

const FORMAT = 1

class Engine {
  /** @param {(language: string, part: string) => Promise<string>} load gives the text of search/LANG/head.js or parts/PART.js */
  constructor(load) {
    this.load = load
    this.indexes = []
    this.parts = new Map()
    this.hits = []
    this.turn = 0
  }

  /** A part once, however often it is asked for; asked for again after a failure. */
  part(language, name) {
    const key = `${language}/${name}`
    if (!this.parts.has(key)) {
      const loading = this.load(language, name)
      loading.catch(() => this.parts.delete(key))
      this.parts.set(key, loading)
    }
    return this.parts.get(key)
  }

  /** @param {string[]} languages in the order of equal hits */
  async open(languages) {
    this.indexes = await Promise.all(languages.map(language => this.openLanguage(language)))
    const [first] = this.indexes
    return { whole: this.indexes.every(({ head }) => head.parts.whole), facets: first.head.facets.map(({ id, label, values }) => ({ id, label, values: values.map(([value, text]) => ({ id: value, label: text })) })) }
  }

  async openLanguage(language) {
    const head = JSON.parse(await this.part(language, 'head'))
    if (head.format !== FORMAT) throw new Error(`search/${language} is of another version`)
    const all = names => Promise.all(names.map(name => this.part(language, name)))
    const whole = head.parts.whole ? head.parts.postings.map(([name]) => name) : []
    const [vocabulary, pages, names, postings] = await Promise.all([all(head.parts.vocabulary), all(head.parts.pages), all([head.parts.names]), all(whole)])
    const index = new PackedIndex(head, makePipeline(lunr, language))
    index.readVocabulary(vocabulary)
    index.readPages(pages)
    index.readNames(names[0])
    postings.forEach((text, part) => index.readPostings(part, text))
    return index
  }

  async readPostings(index, terms) {
    const parts = new Set()
    for (const term of terms) if (!index.postings.has(term)) parts.add(index.partOf(term))
    await Promise.all([...parts].map(async part => index.readPostings(part, await this.part(index.language, index.head.parts.postings[part][0]))))
  }

  /**
   * @param {string} text what the reader wrote
   * @param {Record<string, string[]>} chosen values by facet
   * @returns {Promise<{count: number, facets: {id: string, values: number[]}[], suggestion: string}>} how many hits each value would have
   */
  async search(text, chosen) {
    const turn = ++this.turn
    const hits = [], queries = [], isBlank = text.trim() === ''
    for (const index of this.indexes) {
      const query = expandQuery(index, parseReaderQuery(index.pipeline, index.head.rules.months, text))
      await this.readPostings(index, termsOf(query))
      queries.push(query)
    }
    // What is a stop word in one language is a word that its pages lack, where another language asks for it.
    const most = Math.max(...queries.map(query => query.words.length))
    this.indexes.forEach((index, i) => {
      const finder = new PassageFinder(index, queries[i]), lacking = most - queries[i].words.length
      const ranked = isBlank ? index.pages.map((_, document) => ({ document, missing: 0, score: 0 })) : rankDocuments(index, queries[i])
      for (const { document, missing, score } of ranked) hits.push({ index, finder, document, missing: missing + lacking, score })
    })
    if (isBlank) hits.sort((a, b) => compare(pageOf(b)[PAGE.date], pageOf(a)[PAGE.date]))
    else hits.sort((a, b) => a.missing - b.missing || b.score - a.score)
    const { passing, counts } = narrow(hits, this.indexes[0].head.facets, chosen)
    // A later search may have been quicker.
    if (turn === this.turn) this.hits = passing
    return { count: passing.length, facets: counts, suggestion: suggestionFor(text, queries, this.indexes[0].pipeline) }
  }

  /** Hits of the last search without their snippets: nothing more need be loaded for these. */
  list(from, to) {
    return this.hits.slice(from, to).map(hit => describe(hit, { anchor: '', parts: [] }))
  }

  /** Hits of the last search with their snippets. */
  async show(from, to) {
    return Promise.all(this.hits.slice(from, to).map(async hit => {
      const { index, finder, document } = hit
      return describe(hit, findPassage(finder, pageOf(hit)[PAGE.title], await this.texts(index, document)))
    }))
  }

  async texts(index, document) {
    const parts = index.head.parts.texts
    let at = parts.length - 1
    while (parts[at][1] > document) at--
    return JSON.parse(await this.part(index.language, parts[at][0]))[document - parts[at][1]]
  }
}

const pageOf = ({ index, document }) => index.pages[document]

/** What the page shows of a hit. */
function describe(hit, { anchor, parts }) {
  const { index, missing, score } = hit, page = pageOf(hit)
  const [kindId, kind] = index.head.kinds[page[PAGE.kind]]
  return {
    language: index.language, title: page[PAGE.title], address: page[PAGE.address], kindId, kind, trail: index.head.trails[page[PAGE.trail]], date: page[PAGE.date], dateText: page[PAGE.dateText],
    outdated: page[PAGE.outdated] === 1, anchor, parts, missing, score,
  }
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** Hits that have one of the chosen values of every facet; and how many each value would give, were it chosen beside those of other facets. */
function narrow(hits, facets, chosen) {
  const wanted = facets.map(({ id, values }) => {
    const numbers = new Set((chosen[id] || []).map(value => values.findIndex(([known]) => known === value)))
    return numbers.size ? numbers : null
  })
  const counts = facets.map(({ id, values }) => ({ id, values: new Array(values.length).fill(0) }))
  const passing = hits.filter(hit => {
    const has = pageOf(hit)[PAGE.facets]
    const failing = facets.map((_, i) => i).filter(i => wanted[i] && !has[i].some(value => wanted[i].has(value)))
    if (failing.length > 1) return false
    const counted = failing.length ? failing : facets.map((_, i) => i)
    for (const i of counted) for (const value of has[i]) counts[i].values[value]++
    return failing.length === 0
  })
  return { passing, counts }
}

/** The query with its misspelt words put right, or '' when every word is known somewhere or nothing is near. */
function suggestionFor(text, queries, pipeline) {
  let suggestion = text.normalize('NFC')
  let changed = false
  const [first] = queries
  for (const { word } of first.words) {
    const same = queries.map(query => query.words.find(other => other.word.surface === word.surface)).filter(Boolean)
    if (same.some(({ corrections, weighed, sequences }) => !corrections.length && (weighed.size || sequences.length))) continue
    const corrected = same.find(({ corrections }) => corrections.length)
    const at = corrected ? placeOf(word.surface, suggestion, pipeline) : -1
    if (at === -1) continue
    suggestion = suggestion.slice(0, at) + corrected.corrections[0].surface + suggestion.slice(at + word.surface.length)
    changed = true
  }
  return changed ? suggestion : ''
}

/** Where a word stands in a text as a word, not within another; -1 = nowhere. */
function placeOf(surface, text, pipeline) {
  for (const token of tokens(text)) {
    const lower = token.text.toLowerCase()
    if (pipeline.trim(lower) === surface) return token.start + lower.indexOf(surface)
  }
  return -1
}

module.exports = { Engine }
