// The engine of the search page, over the files that the page loads.
'use strict'
const { openEngine } = require('../../../search/open_engine.js')
const { normalise } = require('../site.js')

const open = async (site) => {
  const engine = await openEngine(site)
  return async (query, limit) => {
    await engine.search(query, {})
    return (await engine.show(0, limit)).map((hit) => normalise(hit.address))
  }
}

module.exports = { name: 'vav', open }
