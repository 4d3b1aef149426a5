// Without JavaScript: every page can be reached from the start by links that can be seen or opened.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { withSite } = require('./site.js')

test('AC29 all pages are reached from the start page', () => withSite(async (open, site) => {
  const page = await open({ javaScriptEnabled: false })
  const seen = new Set(['index.html'])
  const todo = ['index.html']
  while (todo.length) {
    await page.goto(site.address(todo.pop()))
    const links = page.locator('a[href]')
    for (const href of await links.evaluateAll((all) => all.map((link) => new URL(link.getAttribute('href'), document.baseURI).href))) {
      if (!href.startsWith(`${site.url}/`)) continue
      const file = site.fileOf(href)
      if (site.pages.includes(file) && !seen.has(file)) {
        seen.add(file)
        todo.push(file)
      }
    }
  }
  assertNone(site.pages.filter((file) => !seen.has(file) && file !== '404.html'))
  assertNone(page.faults)
}))

test('AC29 the search page shows the way to the register', () => withSite(async (open, site) => {
  const page = await open({ javaScriptEnabled: false })
  await page.goto(site.address('sok/index.html'))
  const link = page.locator('main a[href*="a-o/index.html"]').first()
  assert.ok(await link.isVisible())
  await link.click()
  assert.equal(site.fileOf(page.url()), 'a-o/index.html')
}))
