// The site for the web as a reader has it: from Debian's nginx with the snippet that the build writes, under a path of the server.
'use strict'
const { spawn } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const readline = require('node:readline')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { withSite, weave, Site, launchFirefox, root } = require('./site.js')
const { settled, hits } = require('./search_page.js')

const prefix = '/kunskap/vav/'
const web = ['--target', 'web', '--base-url', `https://example.org${prefix}`]

// Runs `work(address)` with nginx over the folder; the address has no "/" at its end.
const withNginx = async (folder, work) => {
  const server = spawn('python3', ['-B', path.join(root, 'tests/servers/hosts.py'), 'nginx', folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => server.on('exit', resolve))
  try {
    const address = await new Promise((resolve, reject) => {
      readline.createInterface({ input: server.stdout }).once('line', resolve)
      ended.then((status) => reject(new Error(`nginx ended with ${status}`)))
    })
    return await work(address.slice(0, -1))
  } finally {
    server.stdin.end()
    await ended
  }
}

const onNginx = (folder, work) => withNginx(folder, (address) => withSite(work, folder, address))
const onWeb = (file) => file.replace(/(^|\/)index\.html$/, '$1')
const today = new Date().toISOString().slice(0, 10)
let woven = null
const content = () => (woven ??= weave('content', today, web))

test('AC43 AC44 AC45 on nginx no page asks for anything else, and none meets a policy', () => onNginx(content(), async (open, site) => {
  const page = await open()
  page.on('response', (response) => { if (response.status() >= 400) page.faults.push(`${response.status()} ${response.url()}`) })
  for (const file of site.templates().filter((name) => name !== '404.html')) {
    await page.goto(site.address(onWeb(file)))
    const faults = await page.evaluate(() => [
      ...[...document.querySelectorAll('a[href]')].map((link) => new URL(link.getAttribute('href'), document.baseURI)).filter(({ href, origin }) => origin === location.origin && /index\.html/.test(href)).map(({ href }) => `names a file: ${href}`),
      ...(document.styleSheets.length ? [] : ['no stylesheet']),
      ...[...document.querySelectorAll('script[src], link[rel=stylesheet]')].filter((one) => !one.integrity).map((one) => `no integrity: ${one.outerHTML}`)
    ])
    page.faults.push(...faults.map((fault) => `${file}: ${fault}`))
  }
  assertNone(page.faults)
}))

test('AC26 AC45 on nginx the search finds, narrows, and leads to addresses that end in a slash', () => onNginx(content(), async (open, site) => {
  const page = await open()
  await page.goto(site.address('moten/'))
  await page.fill('header input[type=search]', 'arbetsmiljö')
  await page.press('header input[type=search]', 'Enter')
  assert.ok(await settled(page) > 10)
  assert.equal(new URL(page.url()).pathname, `${prefix}sok/`)
  for (const { href } of await hits(page)) {
    assert.match(new URL(href).pathname, /\/$/)
    assert.equal((await page.request.get(href)).status(), 200)
  }
  await page.locator('#search-facets summary').first().click()
  await page.locator('#search-facets input[type=checkbox]').first().check()
  assert.ok(await settled(page) > 0)
  await page.locator('#search-hits a').first().click()
  await page.waitForFunction(() => document.querySelector('h1'))
  // Pages of single choices, which need no script.
  await page.goto(site.address('sok/'))
  const choices = await page.locator('details.facet a').evaluateAll((links) => links.map((link) => link.href))
  assert.ok(choices.length > 10)
  for (const href of choices.slice(0, 5)) assert.equal((await page.request.get(href)).status(), 200)
  assertNone(page.faults)
}))

test('AC40 on nginx what is not there is told whole at any depth', () => onNginx(content(), async (open, site) => {
  const page = await open()
  const faults = []
  page.on('response', (response) => { if (response.status() !== 200 && !response.url().includes('finns')) faults.push(`${response.status()} ${response.url()}`) })
  for (const depth of ['finns', 'finns/inte/', 'moten/finns/inte/alls.html']) {
    assert.equal((await page.goto(site.address(depth))).status(), 404)
    assert.equal(await page.locator('main [role=search] input[type=search]').count(), 1)
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).marginTop), '0px')
  }
  assertNone(faults)
}))

test('AC44 red twin: a script of its own meets the policy of the server, and one that was changed its integrity', async () => {
  const folder = weave('content', today, web)
  const start = path.join(folder, 'index.html')
  fs.writeFileSync(start, fs.readFileSync(start, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '').replace('</body>', '<script>document.title = 1</script></body>'))
  for (const name of fs.readdirSync(path.join(folder, 'assets'))) if (/^search\.\w+\.js$/.test(name)) fs.appendFileSync(path.join(folder, 'assets', name), '\n')
  await onNginx(folder, async (open, site) => {
    const page = await open()
    await page.goto(site.address(''))
    assert.ok(page.faults.some((fault) => fault.includes('policy: script-src')), page.faults.join('\n'))
    await page.goto(site.address('sok/'))
    assert.ok(page.faults.some((fault) => fault.includes('integrity')), page.faults.join('\n'))
  })
})

test('AC45 on nginx the search works in Firefox', async () => {
  const folder = content()
  await withNginx(folder, async (address) => {
    const site = new Site(folder)
    const browser = await launchFirefox()
    try {
      const page = await browser.newPage()
      const faults = []
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
      page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) faults.push(`console: ${message.text()}`) })
      await page.goto(`${address}/sok/?q=arbetsmilj%C3%B6`)
      await page.waitForFunction(() => document.querySelector('#search-status')?.textContent && document.querySelector('#search-hits').getAttribute('aria-busy') !== 'true')
      assert.ok((await page.$$('#search-hits > li')).length > 5)
      assertNone(faults)
    } finally {
      await browser.close()
      site.remove()
    }
  })
})
