// lunr as one who has read its guide uses it: each word as typed, through the stemmer, and as the beginning of a longer word,
// which counts less. Words that the index leaves out get no wildcard: "i*" would find half of it.
'use strict'
const { openLunr } = require('./lunr.js')

const ask = (index, lunr, query) => index.query((clauses) => {
  for (const token of lunr.tokenizer(query)) {
    const word = lunr.sv.trimmer(token).toString()
    if (word === '' || !lunr.sv.stopWordFilter(token)) continue
    clauses.term(word, { boost: 10 })
    clauses.term(word, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING })
  }
})

module.exports = { name: 'lunr word*', open: (site) => openLunr(site, ask) }
