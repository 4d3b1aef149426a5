// The engine of the search page, loaded as the page loads it.
'use strict'
const path = require('node:path')
const { root, languages, lunrFiles, world, normalise } = require('../site.js')

const open = (site) => {
  const received = {}
  const receive = (language, part, json) => { (received[language] ??= {})[part] = json }
  const files = ['lunr-token-set.js', 'search-ranking.js'].map((name) => path.join(root, 'assets', name))
  const parts = languages(site).flatMap((language) => ['index.js', 'pages.js'].map((name) => path.join(site, 'search', language, name)))
  const page = world({ vavSearch: { receive } }, [...lunrFiles, ...files, ...parts])
  const loaded = languages(site).map((language) => page.vavRanking.load(page.lunr, language, received[language].index, received[language].pages))
  return async (query, limit) => page.vavRanking.search(loaded, query).slice(0, limit).map((hit) => normalise(hit.page.address))
}

module.exports = { name: 'vav', open }
