// One visit to every page, wide and at 320 px: nothing is fetched from elsewhere, nothing goes wrong, nothing sticks out.
'use strict'
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { withSite } = require('./site.js')

// What sticks out sideways, for people. Runs in the page.
const overflow = () => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return null
  const guilty = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1)
  return `${document.documentElement.scrollWidth} px wide; ${guilty.slice(-1).map((element) => element.outerHTML.slice(0, 120))}`
}

const visitAll = (folder) => withSite(async (open, site) => {
  const page = await open()
  const result = { visited: 0, overflows: [], stored: [], faults: page.faults }
  for (const file of site.pages) {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(site.address(file))
    await page.setViewportSize({ width: 320, height: 256 })
    const wide = await page.evaluate(overflow)
    if (wide) result.overflows.push(`${file}: ${wide}`)
    const stored = await page.evaluate(() => document.cookie.length + localStorage.length + sessionStorage.length)
    if (stored) result.stored.push(file)
    result.visited++
  }
  return result
}, folder)

let visit
test.before(async () => { visit = await visitAll() })

test('every page was visited', () => assert.ok(visit.visited > 50, `${visit.visited} pages`))
test('no error, no warning, no foreign request, no breach of the policy', () => assertNone(visit.faults))
test('no page scrolls sideways at 320 px', () => assertNone(visit.overflows))
test('no page stores anything', () => assertNone(visit.stored))

test('red twin: a page with each of these faults is caught', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-twin-'))
  try {
    fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><html lang="sv"><meta charset="utf-8"><title>x</title>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
      <h1>x</h1><p style="width:900px">bred</p><pre>${'x'.repeat(300)}</pre><img src="https://elsewhere.invalid/x.png"><script src="x.js"></script>`)
    fs.writeFileSync(path.join(folder, 'x.js'), "localStorage.setItem('a', 'b'); throw new Error('deliberate')")
    const { faults, overflows, stored } = await visitAll(folder)
    assert.equal(overflows.length, 1)
    assert.equal(stored.length, 1)
    for (const part of ['error: deliberate', 'policy: img-src', 'policy: style-src']) {
      assert.ok(faults.some((fault) => fault.includes(part)), `${part} in ${faults}`)
    }
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
