// lunr as it comes, over the index that the site ships: what a reader's text gives when it is handed to search(). A text that
// its query language cannot read throws, and finds nothing.
'use strict'
const { readSite, readJson, loadLunr } = require('../site.js')

// Indexes of all languages, asked by ask(index, lunr) -> [{ref, score}] and merged by score.
const openLunr = (site, ask) => {
  const lunr = loadLunr()
  const loaded = readSite(site).map(({ language, documents }) => ({
    index: lunr.Index.load(readJson(site, 'search', language, 'index.json')),
    addresses: new Map(documents.map(({ id, address }) => [id, address]))
  }))
  const hits = (query) => loaded.flatMap(({ index, addresses }) =>
    ask(index, lunr, query).map(({ ref, score }) => ({ address: addresses.get(ref), score })))
  return async (query, limit) => {
    try {
      return hits(query).sort((a, b) => b.score - a.score).slice(0, limit).map(({ address }) => address)
    } catch {
      return []
    }
  }
}

module.exports = { name: 'lunr', open: (site) => openLunr(site, (index, lunr, query) => index.search(query)), openLunr }
