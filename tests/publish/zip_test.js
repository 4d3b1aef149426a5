// The zip as somebody gets it: unpacked by unzip into a folder with a space and an å in its name, opened in Chromium and in Firefox ESR
// with its strict policy for files.
'use strict'
const { execFileSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const { pathToFileURL } = require('node:url')
const assertNone = require('../none.js')
const { withSite, launchFirefox, root } = require('../browser/site.js')
const { settled } = require('../browser/search_page.js')

const vav = process.env.VAV || path.join(root, 'build/bin/vav')

// The folder that lies in the zip, unpacked; work(folder).
const withUnpacked = async (work) => {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-zip-'))
  try {
    const zip = path.join(temporary, 'sajt.zip')
    const disk = path.join(temporary, 'på min hårddisk')
    execFileSync(vav, ['pack', path.join(root, 'content'), '--out', zip], { stdio: 'pipe' })
    execFileSync('unzip', ['-q', zip, '-d', disk])
    const [top, ...others] = fs.readdirSync(disk)
    assert.deepEqual(others, [])
    assert.ok(fs.existsSync(path.join(disk, top, 'LAS-MIG.txt')))
    return await work(path.join(disk, top))
  } finally {
    fs.rmSync(temporary, { recursive: true })
  }
}

// work(page, faults) in Firefox: faults grows by all that the page says of going wrong.
const withFirefox = async (work) => {
  const browser = await launchFirefox()
  try {
    const page = await browser.newPage()
    await page.setViewport({ width: 1280, height: 900 })
    const faults = []
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
    page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) faults.push(`console: ${message.text()}`) })
    await work(page, faults)
  } finally {
    await browser.close()
  }
}

test('AC45 the zip opens from its folder in Chromium: pages, stylesheet, search', () => withUnpacked((folder) => withSite(async (open, site) => {
  const page = await open()
  for (const file of site.templates()) {
    await page.goto(site.address(file))
    if (!await page.evaluate(() => document.styleSheets.length)) page.faults.push(`${file}: no stylesheet`)
  }
  await page.goto(site.address('sok/index.html?q=arbetsmiljö'))
  assert.ok(await settled(page) > 10)
  assertNone(page.faults)
}, folder)))

test('AC45 the zip opens from its folder in Firefox with the strict policy: links, search', () => withUnpacked((folder) => withFirefox(async (page, faults) => {
  await page.goto(`${pathToFileURL(folder).href}/index.html`)
  await page.type('main input[type=search], header input[type=search]', 'arbetsmiljö')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('#search-status')?.textContent && document.querySelector('#search-hits').getAttribute('aria-busy') !== 'true')
  assert.ok((await page.$$('#search-hits > li')).length > 5)
  await page.click('#search-hits > li a')
  await page.waitForFunction(() => document.querySelector('h1').textContent === 'Arbetsmiljö')
  assert.ok(decodeURIComponent(page.url()).includes('på min hårddisk'))
  assertNone(faults)
})))

test('AC45 red twin: what the strict policy forbids is a fault', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-zip-'))
  try {
    fs.mkdirSync(path.join(folder, 'a'))
    fs.writeFileSync(path.join(folder, 'a/index.html'), '<!doctype html><title>x</title><script type="module" src="../x.js"></script><p>x</p>')
    fs.writeFileSync(path.join(folder, 'x.js'), 'document.title = "y"')
    await withFirefox(async (page, faults) => {
      await page.goto(pathToFileURL(path.join(folder, 'a/index.html')).href)
      await new Promise((resolve) => setTimeout(resolve, 500))
      assert.notDeepEqual(faults, [])
      assert.equal(await page.title(), 'x')
    })
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
