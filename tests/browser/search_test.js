// Search on file://: what readers ask for is found, nonsense is not, and nothing they type is run.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { withSite } = require('./site.js')
const { status, count, answered, hits } = require('./search_page.js')

const queries = ['arbetsmiljö', 'ungdomsenkät', 'välfärdslyft', '2025']
const nonsense = 'qwxzplugh'
const hostile = ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', 'title:', 'x:y:z', '+', '-', '*', '~', 'a~99', '^^', 'foo^-1', '+-*~^:',
  'constructor', '__proto__', 'toString', '_index', '\\', '(((', '%', '%E4', '\u0000', '\ud800', 'ä'.repeat(5000), 'ett '.repeat(2000), '{query}', '$&']

const assertFound = async (page, site, query) => {
  await answered(page, query)
  const found = await hits(page)
  assert.ok(found.length > 0, `nothing found for ${query}`)
  // The status tells as many as the list holds.
  const told = await status(page)
  assert.equal(count(told), found.length, told)
  assert.match(told, found.length === 1 ? /träff / : /träffar /)
  for (const hit of found) assert.ok(site.pages.includes(site.fileOf(hit.href)), hit.href)
  assert.ok(found[0].marked.length > 0, `the first hit for ${query} marks nothing: ${found[0].text}`)
  assert.ok(found[0].text.toLowerCase().includes(query.slice(0, 8)), `the first hit for ${query} does not show it: ${found[0].text}`)
  return found
}

for (const query of queries) {
  test(`AC26 the search box in the header of a page finds ${query}`, () => withSite(async (open, site) => {
    const page = await open()
    await page.goto(site.address('moten/traff-2/index.html'))
    const box = page.locator('header input[type=search]').first()
    await box.fill(query)
    await box.press('Enter')
    await page.waitForURL((url) => site.fileOf(url.href) === 'sok/index.html')
    await assertFound(page, site, query)
    // A hit opens the page that it names.
    const [first] = await hits(page)
    await page.locator('#search-hits > li a').first().click()
    assert.equal(site.fileOf(page.url()), site.fileOf(first.href))
    // Back keeps the hits.
    await page.goBack()
    await assertFound(page, site, query)
    assertNone(page.faults)
  }))

  test(`AC26 ?q= finds ${query}, and typing it in the field finds the same`, () => withSite(async (open, site) => {
    const page = await open()
    await page.goto(site.address(`sok/index.html?q=${encodeURIComponent(query)}`))
    const byAddress = await assertFound(page, site, query)
    assert.equal(await page.locator('#search-query').inputValue(), query)
    await page.goto(site.address('sok/index.html'))
    assert.equal(await page.locator('#search-status').innerText(), '')
    await page.locator('#search-query').pressSequentially(query)
    await page.locator('#search-query').press('Enter')
    assert.deepEqual(await assertFound(page, site, query), byAddress)
    // Focus stays in the field.
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search-query')
    assertNone(page.faults)
  }))
}

test('AC27 nonsense is not found, and the status says so once', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html'))
  await page.evaluate(() => {
    window.told = []
    new MutationObserver(() => {
      const text = document.querySelector('#search-status').textContent
      if (text) window.told.push(text)
    }).observe(document.querySelector('#search-status'), { childList: true, characterData: true, subtree: true })
  })
  await page.locator('#search-query').fill(nonsense)
  await page.locator('#search-query').press('Enter')
  await answered(page, nonsense)
  assertNone((await hits(page)).map((hit) => hit.title))
  const told = await page.evaluate(() => window.told)
  assert.equal(told.length, 1, told.join(' | '))
  assert.match(told[0], /^Inga träffar/)
  assertNone(page.faults)
}))

test('AC30 hostile queries break nothing and are never run', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html'))
  const elements = () => page.evaluate(() => document.querySelectorAll('#search img, #search script, #search iframe').length)
  for (const query of hostile) {
    await page.locator('#search-query').fill(query.replace('\u0000', ''))
    await page.locator('#search-query').press('Enter')
    await page.waitForTimeout(150)
    await page.waitForFunction(() => document.querySelector('#search-hits').getAttribute('aria-busy') !== 'true')
    assert.equal(await elements(), 0, `${query} became an element`)
  }
  for (const query of hostile.filter((query) => query.length < 100)) {
    await page.goto(`${site.address('sok/index.html')}?q=${/^%/.test(query) ? query : encodeURIComponent(query.toWellFormed?.() ?? query.replace(/[\ud800-\udfff]/g, ''))}`)
    await page.waitForTimeout(150)
    assert.equal(await elements(), 0, `${query} became an element`)
  }
  // It still answers.
  await page.goto(site.address('sok/index.html?q=kommunal'))
  await assertFound(page, site, 'kommunal')
  assertNone(page.faults)
}))

test('the index is not loaded before anybody searches', () => withSite(async (open, site) => {
  const page = await open()
  const loaded = []
  page.on('request', (request) => loaded.push(site.fileOf(request.url())))
  await page.goto(site.address('sok/index.html'))
  await page.waitForTimeout(200)
  assertNone(loaded.filter((file) => file.startsWith('search/')))
}))

test('AC43 nothing is stored in the browser of the reader', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html?q=arbetsmiljö'))
  await assertFound(page, site, 'arbetsmiljö')
  const stored = await page.evaluate(() => ({ cookie: document.cookie, local: localStorage.length, session: sessionStorage.length }))
  assert.deepEqual(stored, { cookie: '', local: 0, session: 0 })
}))
