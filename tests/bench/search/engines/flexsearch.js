// FlexSearch over the same fields: its encoder for Latin letters, beginnings of words, and hits that lack a word ("suggest"), without
// which several words find next to nothing. It ranks by field in the order given and knows no weights.
'use strict'
const { readSite } = require('../site.js')

const open = (site) => {
  const { Document, Charset } = require('flexsearch')
  const languages = readSite(site)
  const index = new Document({
    document: { id: 'address', index: languages[0].fields.map(({ name }) => ({ field: name, tokenize: 'forward', encoder: Charset.LatinBalance })) }
  })
  for (const { documents } of languages) for (const document of documents) index.add(document)
  return async (query, limit) => index.search(query, { limit, suggest: true, merge: true }).slice(0, limit).map(({ id }) => id)
}

module.exports = { name: 'FlexSearch', open }
