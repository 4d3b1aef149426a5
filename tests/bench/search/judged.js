// The judged queries: tests/search/judged/{tuning,held_out}.json, [{"query","class","relevant":{"moten/traff-2/":3,…}}]. The held-out
// half is never looked at query by query, or it would be tuned to as well; report.js and bench.js keep to that.
'use strict'
const path = require('node:path')
const { root, readJson, readSite } = require('./site.js')

const folder = path.join(root, 'tests/search/judged')
const halves = ['tuning', 'held_out']
const classes = ['exact-title', 'inflected', 'compound-part', 'compound-query', 'missing-diacritics', 'misspelled', 'alias', 'several-words',
  'actor-theme', 'prefix', 'other', 'nonsense']

const faultOf = ({ query, class: name, relevant }, pages) => {
  if (typeof query !== 'string' || query === '') return 'has no query'
  if (!classes.includes(name)) return `has an unknown class ${name}`
  const graded = Object.entries(relevant ?? {})
  if ((graded.length === 0) !== (name === 'nonsense')) return 'must have relevant pages, or be nonsense'
  const unknown = graded.find(([address, grade]) => !pages.has(address) || ![1, 2, 3].includes(grade))
  return unknown && `grades ${unknown[0]} with ${unknown[1]}: no such page, or not 1 to 3`
}

// A mistake in the set would pass as a bad engine, so it stops here; by number, which says nothing of a query that is held out.
const readHalf = (half, site, from = folder) => {
  const pages = new Set(readSite(site).flatMap(({ documents }) => documents.map(({ address }) => address)))
  // The start page lies at the root, and is called by its id in the set.
  const placed = (relevant) => Object.fromEntries(Object.entries(relevant ?? {}).map(([address, grade]) => [address === 'start/' ? '' : address, grade]))
  const judged = readJson(from, `${half}.json`).map((entry) => ({ ...entry, relevant: placed(entry.relevant) }))
  judged.forEach((entry, i) => {
    const fault = faultOf(entry, pages)
    if (fault) throw new Error(`${half}.json, query ${i + 1} ${fault}`)
  })
  return judged
}

module.exports = { folder, halves, classes, readHalf }
