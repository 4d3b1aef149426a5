// A reader follows the thread by clicking links only.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { withSite } = require('./site.js')

// Clicks one of the page's links that leads into `folder` and from which the rest of the way can be gone; gives the files on the way.
const walk = async (page, site, folders) => {
  if (folders.length === 0) return []
  const [folder, ...rest] = folders
  const selector = `main a[href*="${folder}/"]`
  const hrefs = [...new Set(await page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href'))))]
  for (const href of hrefs) {
    const here = page.url()
    const link = page.locator(`main a[href="${href}"]`).first()
    if (!await link.isVisible()) continue
    await link.click()
    const file = site.fileOf(page.url())
    if (file.startsWith(`${folder}/`) && file.split('/').length === 3) {
      const further = await walk(page, site, rest)
      if (further) return [file, ...further]
    }
    await page.goto(here)
  }
  return null
}

test('from the start page along the thread to a measure', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('index.html'))
  const menuLink = page.getByRole('link', { name: /^Aktörer/ }).first()
  if (!await menuLink.isVisible()) await page.getByText('Tvärs över').first().click()
  await menuLink.click()
  assert.match(site.fileOf(page.url()), /^aktorer\/index\.html$/)
  await page.locator('main').getByRole('link', { name: /UKÄ|Universitetskanslersämbetet/ }).first().click()
  assert.equal(site.fileOf(page.url()), 'aktorer/uka/index.html')
  assert.match((await page.locator('h1').innerText()).replaceAll('\u00ad', ''), /UKÄ|Universitetskanslersämbetet/)
  await page.locator('main a[href*="inspel/traff-2-uka/"]').first().click()
  assert.equal(site.fileOf(page.url()), 'inspel/traff-2-uka/index.html')
  const way = await walk(page, site, ['moten', 'gruppteman', 'slutsatser', 'atgarder'])
  assert.ok(way, 'no way from the statement over its meeting and a group theme to a conclusion and a measure')
  assert.equal(way[0], 'moten/traff-2/index.html')
  // And back to the start by the breadcrumb or the name of the site.
  await page.locator('a[href$="../index.html"]').first().click()
  await page.goto(site.address(way[3]))
  await page.locator('header a[href$="index.html"]').first().click()
  assert.equal(site.fileOf(page.url()), 'index.html')
  assertNone(page.faults)
}))

test('redirect pages lead on', () => withSite(async (open, site) => {
  const page = await open()
  for (const file of site.redirects) {
    await page.goto(site.address(file))
    await page.waitForURL((url) => site.fileOf(url.href) !== file)
    assert.ok(site.pages.includes(site.fileOf(page.url())), `${file} leads to ${page.url()}`)
  }
  assertNone(page.faults)
}))
