// What the search page does for readers beyond finding: corrections, the key that leads to the field, deep links, and a plain word when it
// cannot work.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const fs = require('node:fs')
const path = require('node:path')
const assertNone = require('../none.js')
const { withSite, built } = require('./site.js')
const { settled, hits, status } = require('./search_page.js')

const suggestion = (page) => page.locator('#search-suggestion').innerText()
const parts = (site, kind) => {
  const folder = path.join(site.folder, 'search/sv/parts')
  return fs.readdirSync(folder).filter((name) => name.startsWith(`${kind}-`)).map((name) => path.join(folder, name))
}

test('a misspelt word is put right, and only a misspelt one', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html?q=jämstäldhet'))
  const wrong = await settled(page)
  assert.ok(wrong > 0)
  assert.equal(await suggestion(page), 'Menade du jämställdhet?')
  await page.locator('#search-suggestion a').click()
  await page.waitForFunction(() => document.querySelector('#search-status').textContent.includes('”jämställdhet”'))
  assert.ok(await settled(page) >= wrong)
  assert.equal(await suggestion(page), '')
  assert.equal(new URL(page.url()).searchParams.get('q'), 'jämställdhet')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search-query')
  for (const query of ['arbetsmiljö', 'qwxzplugh', 'UKÄ', 'arbetsm']) {
    await page.goto(site.address(`sok/index.html?q=${encodeURIComponent(query)}`))
    await settled(page)
    assert.equal(await suggestion(page), '', query)
  }
  assertNone(page.faults)
}))

test('WCAG 2.1.4 the key / leads to the field, unless the reader writes or has turned it off', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html'))
  const focused = () => page.evaluate(() => document.activeElement.id)
  await page.locator('body').press('/')
  assert.equal(await focused(), 'search-query')
  await page.keyboard.type('a/b')
  assert.equal(await page.locator('#search-query').inputValue(), 'a/b')
  await page.locator('.shortcut input').click()
  await page.keyboard.press('/')
  assert.notEqual(await focused(), 'search-query')
  assertNone(page.faults)
}))

test('AC28 a hit tells where it lies, marks the forms that matched, and leads to the passage', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html?q=yrkesvalet'))
  await settled(page)
  const [first] = await hits(page)
  assert.match(first.trail, /^Start › /)
  assert.ok(first.kind)
  assert.ok(first.marked.every((word) => /val/i.test(word)), first.marked.join(' '))
  const deep = (await hits(page)).find((hit) => hit.href.includes('#'))
  assert.ok(deep, 'no hit leads to a passage')
  await page.goto(deep.href)
  const id = decodeURIComponent(new URL(deep.href).hash.slice(1))
  assert.equal(await page.locator(`[id="${id}"]`).count(), 1, deep.href)
  assertNone(page.faults)
}))

test('the search runs in a worker, and beside the page where none starts, with the same hits', () => withSite(async (open, site) => {
  const address = site.address('sok/index.html?q=arbetsvillkor i välfärden')
  const page = await open()
  await page.goto(address)
  await settled(page)
  assert.equal(page.workers().length, 1)
  const found = await hits(page)
  for (const forbid of [() => { delete window.Worker }, () => { window.Worker = class { constructor () { throw new DOMException('no', 'SecurityError') } } }]) {
    const locked = await open()
    await locked.addInitScript(forbid)
    await locked.goto(address)
    await settled(locked)
    assert.equal(locked.workers().length, 0)
    assert.deepEqual(await hits(locked), found)
    assertNone(locked.faults)
  }
  assertNone(page.faults)
}))

const damages = {
  'a vocabulary that is missing': (site) => parts(site, 'v').forEach((file) => fs.rmSync(file)),
  'postings that are cut off': (site) => parts(site, 't').forEach((file) => fs.truncateSync(file, 2000)),
  'postings of another build': (site) => parts(site, 't').forEach((file) => fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/"t-[0-9a-f]+"/, '"t-000000000000"'))),
  'a head that is cut off': (site) => fs.truncateSync(path.join(site.folder, 'search/sv/head.js'), 500),
  'a head of another version': (site) => {
    const file = path.join(site.folder, 'search/sv/head.js')
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('{"format":1,', '{"format":99,'))
  },
  'texts that are missing': (site) => parts(site, 'x').forEach((file) => fs.rmSync(file)),
  'an engine that is cut off': (site) => {
    const folder = path.join(site.folder, 'assets')
    fs.readdirSync(folder).filter((name) => name.startsWith('search-engine')).forEach((name) => fs.truncateSync(path.join(folder, name), 5000))
  }
}
for (const [what, damage] of Object.entries(damages)) {
  test(`${what}: the page says what to do, and the register works`, () => withSite(async (open, site) => {
    damage(site)
    const page = await open()
    await page.goto(site.address('sok/index.html?q=arbetsmiljö'))
    await page.waitForFunction(() => document.querySelector('#search-status').textContent !== '')
    assert.match(await status(page), /^Sökningen kunde inte läsa sitt innehåll\. Ladda om sidan, eller leta i registret A–Ö\.$/)
    assert.equal((await hits(page)).length, 0)
    assert.notEqual(await page.locator('#search-hits').getAttribute('aria-busy'), 'true')
    await page.locator('#search-status a').click()
    assert.equal(site.fileOf(page.url()), 'a-o/index.html')
    assert.ok(await page.locator('main a').count() > 100)
  }, built))
}
