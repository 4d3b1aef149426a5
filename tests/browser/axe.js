// What axe-core finds on an open page.
'use strict'
const fs = require('node:fs')

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

// evaluate, since the policy of the page stops script tags. Nothing is preloaded: axe would fetch the stylesheets once more, which file:// forbids.
const violations = async (page) => {
  await page.evaluate(axe)
  const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload: false }), tags)
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}): ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary.slice(0, 200)}`)
}

module.exports = { violations }
