// An author with the site open beside the editor: what is saved shows by itself, and what is wrong is told over the page.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const readline = require('node:readline')
const { spawn } = require('node:child_process')
const assertNone = require('../none.js')
const { launch, root } = require('./site.js')

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const vav = process.env.VAV || path.join(root, 'build/bin/vav')
const patience = 30000

// work({ page, address, write, edit }): a copy of the smallest site with the theme that comes with vav, served and open.
const withServer = async (work) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-serve-'))
  const content = path.join(folder, 'content')
  fs.cpSync(path.join(root, 'tests/sites/minimal/content'), content, { recursive: true })
  const server = spawn(vav, ['serve', content, '--port', '0', '--today', '2026-01-15'],
    { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => server.on('exit', resolve))
  const browser = await launch()
  try {
    const address = await new Promise((resolve, reject) => {
      readline.createInterface({ input: server.stdout }).once('line', resolve)
      ended.then((status) => reject(new Error(`vav serve ended with ${status}`)))
    })
    const context = await browser.newContext({ viewport: { width: 1280, height: 600 }, locale: 'sv-SE' })
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    page.faults = []
    page.on('pageerror', (error) => page.faults.push(`error: ${error.message}`))
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) page.faults.push(`console: ${message.text()}`) })
    await page.addInitScript(() => addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)))
    const write = (name, text) => fs.writeFileSync(path.join(content, name), text)
    const read = (name) => fs.readFileSync(path.join(content, name), 'utf8')
    const edit = (name, before, after) => {
      assert.ok(read(name).includes(before), `${name} has no ${before}`)
      write(name, read(name).replace(before, after))
    }
    await work({ page, address, write, edit, read })
    assertNone(page.faults)
  } finally {
    await browser.close()
    server.kill()
    assert.equal(await ended, 0)
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const overlay = (page) => page.locator('#vav-live section')
const served = async (page, address, text) => {
  const until = Date.now() + patience
  while (!(await (await page.request.get(address)).text()).includes(text)) {
    assert.ok(Date.now() < until, `${address} never says "${text}"`)
    await page.waitForTimeout(50)
  }
}
const shows = (page, text) => page.getByText(text).first().waitFor()

test('a saved file shows by itself, at the same place of the page', () => withServer(async ({ page, address, edit }) => {
  const filling = Array.from({ length: 60 }, (_, i) => `Stycke ${i}.`).join('\n\n')
  edit('inspel/ett-inspel.md', 'Vi sade', `${filling}\n\nVi sade`)
  // A page that comes before the text is woven is loaded once more, and goes back to where it was.
  await served(page, `${address}inspel/ett-inspel/`, 'Stycke 59.')
  await page.goto(`${address}inspel/ett-inspel/`)
  await shows(page, 'Stycke 59.')
  await page.evaluate(() => scrollTo(0, 900))
  edit('inspel/ett-inspel.md', 'Vi sade', 'Nu säger vi')
  await shows(page, 'Nu säger vi')
  await page.waitForFunction(() => scrollY === 900)
  assert.equal(await overlay(page).count(), 0)
  // The stylesheet and the script of the theme.
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('h1')).fontFamily), '')
}))

test('an image that changes shows by itself', () => withServer(async ({ page, address, write, edit }) => {
  const image = (width) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"></svg>`
  write('moten/v.svg', image(11))
  edit('moten/traff-1.md', 'Se [[', '![Väven](v.svg) Se [[')
  await page.goto(`${address}moten/traff-1/`)
  await page.waitForFunction(() => document.querySelector('main img')?.naturalWidth === 11)
  write('moten/v.svg', image(12))
  await page.waitForFunction(() => document.querySelector('main img')?.naturalWidth === 12)
}))

test('a fault is told over the page until it is mended', () => withServer(async ({ page, address, edit, write, read }) => {
  await page.goto(`${address}moten/traff-1/`)
  await shows(page, 'Vad som sades')
  edit('sidor/start.md', 'title: Minsta', 'title: <b>Minsta</b> [[x\nsumary: Minsta')
  const region = overlay(page)
  await region.getByText(/sidor\/start\.md:3:1/).waitFor()
  assert.ok(await region.getByRole('heading', { name: /^\d+ errors?/ }).isVisible())
  assert.ok(await region.getByText('[unknown-key]').isVisible())
  assert.equal(await region.locator('b').count(), 0)
  assert.equal(await region.locator('[style]').count(), 0)
  // evaluate, since the policy of the page stops script tags.
  await page.evaluate(axe)
  assertNone(await page.evaluate(async () => {
    const { violations } = await window.axe.run('#vav-live', { resultTypes: ['violations'], preload: false })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)
  }))

  // Closed it stays closed, on other pages too, until something else is wrong.
  await region.getByRole('button', { name: 'Close' }).click()
  await region.getByText(/start\.md/).waitFor({ state: 'detached' })
  await page.goto(`${address}aktorer/aa/`)
  const open = overlay(page).getByRole('button', { name: /^Show: / })
  await open.waitFor()
  await open.click()
  await overlay(page).getByText(/start\.md/).waitFor()
  await page.keyboard.press('Escape')
  await overlay(page).getByText(/start\.md/).waitFor({ state: 'detached' })
  write('sidor/oskriven.md', '---\ntitle: Oskriven\n')
  await overlay(page).getByText(/oskriven\.md/).waitFor()

  write('sidor/oskriven.md', '---\ntitle: Skriven\nsummary: Nu.\npublished: 2026-01-10\n---\n\nText.\n')
  write('sidor/start.md', read('sidor/start.md').replace(' <b>Minsta</b> [[x\nsumary: Minsta', ' Minsta'))
  await overlay(page).waitFor({ state: 'detached' })
}))

test('errors and warnings look different', () => withServer(async ({ page, address, write }) => {
  await page.goto(address)
  write('moten/oanvand.png', 'x')
  await overlay(page).locator('li.warning').waitFor()
  const look = () => overlay(page).locator('li').first().evaluate((item) =>
    [getComputedStyle(item).borderInlineStartStyle, getComputedStyle(item.querySelector('.severity')).color, item.querySelector('.severity').textContent])
  // The stylesheet may come a moment after the list.
  await page.waitForFunction(() => getComputedStyle(document.querySelector('#vav-live').shadowRoot.querySelector('li')).borderInlineStartStyle === 'dashed')
  const warning = await look()
  write('moten/fel.md', 'x')
  await overlay(page).locator('li.error').waitFor()
  const error = await overlay(page).locator('li.error').first().evaluate((item) =>
    [getComputedStyle(item).borderInlineStartStyle, getComputedStyle(item.querySelector('.severity')).color, item.querySelector('.severity').textContent])
  for (let i = 0; i < 3; i++) assert.notEqual(warning[i], error[i])
}))

test('a broken vav.yaml leaves the site and says so', () => withServer(async ({ page, address, edit }) => {
  await page.goto(address)
  edit('vav.yaml', 'format: 1', 'format: 1\nformat: 1')
  await overlay(page).getByText(/vav\.yaml:2:1/).waitFor()
  await overlay(page).getByText('The site cannot be woven.').waitFor()
  assert.ok(await page.locator('h1').isVisible())
  await page.goto(`${address}moten/traff-1/`)
  await overlay(page).getByText(/vav\.yaml:2:1/).waitFor()
  edit('vav.yaml', 'format: 1\nformat: 1', 'format: 1')
  await overlay(page).waitFor({ state: 'detached' })
}))

test('search works as it does from a folder', () => withServer(async ({ page, address }) => {
  await page.goto(`${address}sok/?q=Ågren`)
  await page.locator('#search').getByRole('link', { name: /Ågrens åkeri/ }).first().waitFor()
}))

// A browser opens six connections to one server, and an event stream keeps one. Here every tab counts as seen, so we say ourselves
// which are not.
test('ten open tabs do not starve each other', () => withServer(async ({ page, address, edit }) => {
  const turn = (tab, hidden) => tab.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
  const tabs = [page]
  while (tabs.length < 10) tabs.push(await page.context().newPage())
  for (const tab of tabs) {
    await tab.goto(`${address}inspel/ett-inspel/`)
    await turn(tab, true)
  }
  edit('inspel/ett-inspel.md', 'Vi sade', 'Nu säger vi')
  for (const tab of [tabs[9], tabs[0]]) {
    await turn(tab, false)
    await shows(tab, 'Nu säger vi')
  }
}))
