// MiniSearch with what its guide and those who build on it recommend for a site: prefixes, one wrong letter in five, and weights of
// the fields, the same as in our index. All languages in one index, as it has no notion of them.
'use strict'
const { readSite } = require('../site.js')

const openMiniSearch = (site, processTerm) => {
  // Only when asked for: a test that asks for vav alone needs no other engine installed.
  const MiniSearch = require('minisearch')
  const languages = readSite(site)
  const index = new MiniSearch({
    idField: 'address',
    fields: languages[0].fields.map(({ name }) => name),
    processTerm,
    searchOptions: { prefix: true, fuzzy: 0.2, boost: Object.fromEntries(languages[0].fields.map(({ name, boost }) => [name, boost])) }
  })
  for (const { documents } of languages) index.addAll(documents)
  return async (query, limit) => index.search(query).slice(0, limit).map(({ id }) => id)
}

module.exports = { name: 'MiniSearch', open: (site) => openMiniSearch(site, (term) => term.toLowerCase()), openMiniSearch }
