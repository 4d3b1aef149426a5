// Old addresses, from a folder: pages and passages that moved, with and without a script, in Chromium and in Firefox with its strict policy for files.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { withSite, weave, Site, launchFirefox } = require('./site.js')

const content = 'tests/sites/addresses/content'
const page2 = 'moten/traff-2/index.html'
// Where a reader comes who follows an old address; without a script a place on a page that moved is not known to anybody.
const moved = {
  'moten/gammal/index.html': `${page2}`,
  'moten/gammal/index.html#lokal': `${page2}#lokal`,
  'moten/gammal/index.html#a': `${page2}#beslut`,
  'gammal.html': `${page2}#beslut`,
  'gammal.html#lokal': `${page2}#lokal`
}
// Places that are still in the text, or are told of where they were: the id, and words that stand there.
const places = {
  [`${page2}#plats`]: 'ett nytt hus',
  [`${page2}#rubrik`]: 'Vad som sades',
  [`${page2}#rad`]: 'Går det?',
  [`${page2}#punkt`]: 'En punkt',
  'moten/traff-1/index.html#tal': 'Träff 2'
}

const shown = (page, site) => decodeURIComponent(page.url().slice(site.url.length + 1))

const faultsOf = async (open, site, scripts) => {
  const page = await open({ javaScriptEnabled: scripts })
  const faults = []
  for (const [old, now] of Object.entries(moved)) {
    const wanted = scripts ? now : (moved[old.replace(/#.*/, '')] ?? now)
    await page.goto(site.address(old))
    await page.waitForURL((url) => url.href.includes('traff-2'), { timeout: 10000 }).catch(() => {})
    if (shown(page, site) !== wanted) faults.push(`${old}: leads to ${shown(page, site)}, not to ${wanted}`)
  }
  for (const [place, words] of Object.entries(places)) {
    await page.goto('about:blank')
    await page.goto(site.address(place))
    const id = place.split('#')[1]
    const text = await page.locator(`#${id}`).evaluateAll((found) => found.map((one) => one.closest('p, li, tr, h2').textContent)).catch(() => [])
    if (!text.join().includes(words)) faults.push(`${place}: ${text.join() || 'no such place'}`)
  }
  return [...faults, ...(scripts ? page.faults : [])]
}

for (const scripts of [true, false]) {
  test(`AC35 old addresses lead on from a folder ${scripts ? 'with a script' : 'without scripts'}`, () =>
    withSite(async (open, site) => assertNone(await faultsOf(open, site, scripts)), weave(content)))
}

test('AC35 red twin: an old address that leads nowhere, and a place that nobody keeps, are caught', async () => {
  const folder = weave(content)
  for (const file of ['gammal.html', page2]) {
    const at = path.join(folder, file)
    fs.writeFileSync(at, fs.readFileSync(at, 'utf8').replace(/<meta http-equiv="refresh"[^>]*>/, '').replace(/<script[^>]*><\/script>/, '').replace('<span id="plats"></span>', ''))
  }
  await withSite(async (open, site) => assert.equal((await faultsOf(open, site, true)).length, 3), folder)
})

test('AC39 a page that is gone says so, why, and what replaces it; no list has it', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('moten/indragen/index.html'))
  assert.match(await page.locator('main').innerText(), /indragen[\s\S]*12\sjanuari\s2026[\s\S]*hölls\saldrig[\s\S]*Träff\s2/)
  assert.equal(await page.locator('main a[href*="traff-2"]').count(), 1)
  for (const list of ['moten/index.html', 'a-o/index.html']) assert.doesNotMatch(site.text(list), /Indragen träff/)
  assertNone(page.faults)
}, weave(content)))

test('AC35 AC45 old addresses lead on from a folder in Firefox, with the place on the page', async () => {
  const site = new Site(weave(content))
  const browser = await launchFirefox()
  try {
    const page = await browser.newPage()
    const faults = []
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
    page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) faults.push(`console: ${message.text()}`) })
    for (const [old, now] of Object.entries(moved)) {
      await page.goto('about:blank')
      await page.goto(site.address(old)).catch(() => {}) // it may leave before it is there
      await page.waitForFunction(() => location.href.includes('traff-2') && document.readyState === 'complete', { timeout: 10000 }).catch(() => {})
      if (shown(page, site) !== now) faults.push(`${old}: leads to ${shown(page, site)}`)
    }
    assertNone(faults)
  } finally {
    await browser.close()
    site.remove()
  }
})
