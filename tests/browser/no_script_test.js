// Without JavaScript: every page can be reached from the start by links that can be seen or opened.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { useShell, withSite, withPages } = require('./site.js')

useShell()

// The files that the open page leads to by links that are seen, or that open with a click.
const ways = async (page, site) => {
  const addresses = await page.evaluate(() => [...document.links]
    .filter((link) => link.checkVisibility() || link.closest('details:not([open])')?.checkVisibility())
    .map((link) => link.href))
  return addresses.filter((address) => address.startsWith(`${site.url}/`)).map((address) => site.fileOf(address))
}

// Pages that no way from the start page leads to. Two readers at a time.
const unreached = async (open, site) => {
  const left = new Set(site.pages)
  const todo = []
  const reach = (file) => { if (left.delete(file)) todo.push(file) }
  const read = async (page) => {
    const file = todo.pop()
    await page.goto(site.address(file), { waitUntil: 'domcontentloaded' })
    for (const next of await ways(page, site)) reach(next)
  }
  reach('index.html')
  const readers = [await open({ javaScriptEnabled: false }), await open({ javaScriptEnabled: false })]
  while (todo.length) await Promise.all(readers.slice(0, todo.length).map(read))
  assertNone(readers.flatMap((page) => page.faults))
  return [...left]
}

test('AC29 all pages are reached from the start page', () => withSite(async (open, site) => {
  assertNone((await unreached(open, site)).filter((file) => file !== '404.html'))
}))

test('AC29 red twin: pages behind a hidden link or a script, and behind nothing, are not reached', () => withPages({
  'index.html': `<!doctype html><html lang="sv"><title>x</title><h1>x</h1><a href="a.html">a</a><details><summary>b</summary><a href="b.html">b</a></details>
    <a href="hidden.html" hidden>c</a><script src="x.js"></script></html>`,
  'a.html': '<!doctype html><html lang="sv"><title>a</title><a href="index.html">x</a></html>',
  'b.html': '<!doctype html><html lang="sv"><title>b</title><a href="c.html">c</a></html>',
  'c.html': '<!doctype html><html lang="sv"><title>c</title></html>',
  'hidden.html': '<!doctype html><html lang="sv"><title>c</title></html>',
  'script.html': '<!doctype html><html lang="sv"><title>c</title></html>',
  'alone.html': '<!doctype html><html lang="sv"><title>c</title></html>',
  'x.js': "document.body.append(Object.assign(document.createElement('a'), { href: 'script.html', textContent: 'd' }))"
}, async (open, site) => assert.deepEqual(await unreached(open, site), ['alone.html', 'hidden.html', 'script.html'])))

test('AC29 the search page shows the way to the register', () => withSite(async (open, site) => {
  const page = await open({ javaScriptEnabled: false })
  await page.goto(site.address('sok/index.html'))
  const link = page.locator('main a[href*="a-o/index.html"]').first()
  assert.ok(await link.isVisible())
  await link.click()
  assert.equal(site.fileOf(page.url()), 'a-o/index.html')
}))
