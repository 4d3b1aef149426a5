// The site from a folder in Firefox ESR, whose policy for files is strict: each file is an origin of its own.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { Site, launchFirefox } = require('./site.js')

test('AC45 the search works from a folder in Firefox, in a worker, with no error', async () => {
  const site = new Site()
  const browser = await launchFirefox()
  try {
    const page = await browser.newPage()
    await page.setViewport({ width: 1280, height: 900 })
    const faults = []
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
    page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) faults.push(`console: ${message.text()}`) })
    await page.goto(site.address('moten/traff-2/index.html'))
    await page.type('header input[type=search]', 'arbetsmiljö')
    await page.keyboard.press('Enter')
    const settled = () => page.waitForFunction(() => document.querySelector('#search-status')?.textContent &&
      document.querySelector('#search-hits').getAttribute('aria-busy') !== 'true')
    await settled()
    assert.equal(site.fileOf(page.url()), 'sok/index.html')
    const found = await page.$$eval('#search-hits > li', (items) => items.map((item) => ({ title: item.querySelector('a').textContent, marks: item.querySelectorAll('mark').length })))
    assert.equal(found[0].title, 'Arbetsmiljö')
    assert.ok(found[0].marks > 0)
    assert.match(await page.$eval('#search-status', (status) => status.textContent), new RegExp(`^${found.length} träffar på ”arbetsmiljö”$`))
    // A reload has the hits again, for they are in the address.
    await page.reload()
    await settled()
    assert.equal((await page.$$('#search-hits > li')).length, found.length)
    await page.click('#search-hits > li a')
    await page.waitForFunction(() => document.querySelector('h1').textContent === 'Arbetsmiljö')
    assertNone(faults)
  } finally {
    await browser.close()
    site.remove()
  }
})
