// What axe-core finds on an open page.
'use strict'
const fs = require('node:fs')

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

// Of the rules, those that see colours: what else can differ between light and dark?
const colours = ['color-contrast', 'link-in-text-block']

// evaluate, since the policy of the page stops script tags. Nothing is preloaded: axe would fetch the stylesheets once more, which file:// forbids.
const run = async (page, runOnly) => {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe)
  const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'], preload: false }), runOnly)
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}): ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary.slice(0, 200)}`)
}

const violations = (page) => run(page, { type: 'tag', values: tags })

// As the page is, and its colours once more as the other scheme has them.
const violationsInBoth = async (page) => {
  const found = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await run(page, { type: 'rule', values: colours })).map((fault) => `dark: ${fault}`))
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

module.exports = { violations, violationsInBoth }
