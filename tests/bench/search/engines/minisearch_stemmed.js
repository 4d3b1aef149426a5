// MiniSearch with the Swedish stemmer and stop words that our index has: the strong peer, since what is left to differ is the ranking.
'use strict'
const { loadLunr } = require('../site.js')
const { openMiniSearch } = require('./minisearch.js')

const open = (site) => {
  const lunr = loadLunr()
  return openMiniSearch(site, (term) => {
    const token = new lunr.Token(term.toLowerCase(), {})
    return lunr.sv.stopWordFilter(token) ? lunr.sv.stemmer(token).toString() : null
  })
}

module.exports = { name: 'MiniSearch sv', open }
