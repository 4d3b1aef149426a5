// The same tree from a server: under any path, and for addresses that do not exist; and out of a zip.
'use strict'
const { execFileSync, spawn } = require('node:child_process')
const fs = require('node:fs')
const http = require('node:http')
const os = require('node:os')
const path = require('node:path')
const readline = require('node:readline')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { withSite, withPages, weave, built, root } = require('./site.js')
const { settled } = require('./search_page.js')

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json' }

// The most plain host there is: the files of `folder` under `prefix`, and nothing else; for what is not there, the file `lost`.
const withHost = async (folder, prefix, work, lost) => {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const file = path.join(folder, decodeURIComponent(pathname.slice(prefix.length)))
    const found = pathname.startsWith(prefix) && fs.existsSync(file) && fs.statSync(file).isFile()
    response.writeHead(found ? 200 : 404, { 'content-type': types[path.extname(found ? file : lost ?? '')] ?? 'text/plain' })
    response.end(found ? fs.readFileSync(file) : lost ? fs.readFileSync(path.join(folder, lost)) : 'no such file')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await work(`http://127.0.0.1:${server.address().port}${prefix}`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

// Opens the pages, and tells of what did not come.
const walkFaults = async (open, site, files) => {
  const page = await open()
  page.on('response', (response) => { if (response.status() !== 200) page.faults.push(`${response.status()} ${response.url()}`) })
  for (const file of files) {
    await page.goto(site.address(file))
    if (!await page.evaluate(() => document.styleSheets.length)) page.faults.push(`${file}: no stylesheet`)
  }
  return page
}

test('AC45 the tree works under a path of a server, search and all', () => withHost(built, '/a/b/', (address) => withSite(async (open, site) => {
  const page = await walkFaults(open, site, site.templates())
  await page.goto(site.address('sok/index.html?q=arbetsmiljö'))
  assert.ok(await settled(page) > 10)
  assertNone(page.faults)
}, built, address.slice(0, -1))))

test('AC45 red twin: an address from the root of the server is caught under a path', () => withPages({ 'index.html': '<!doctype html><title>x</title><link rel="stylesheet" href="/x.css"><p>x</p>', 'x.css': '' },
  (_, { folder }) => withHost(folder, '/a/b/', (address) => withSite(async (open, site) => {
    const { faults } = await walkFaults(open, site, ['index.html'])
    assert.ok(faults.some((fault) => fault.includes('/x.css')), faults.join('\n'))
  }, folder, address.slice(0, -1)))))

test('AC45 packed and unpacked the tree is the same, and opens from a folder with space and å', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-zip-'))
  try {
    const zip = path.join(folder, 'sajt.zip')
    const out = path.join(folder, 'på min hårddisk')
    execFileSync('python3', ['-m', 'zipfile', '-c', zip, ...fs.readdirSync(built).map((name) => path.join(built, name))])
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, out])
    const listing = (at) => fs.readdirSync(at, { recursive: true }).sort()
    assert.deepEqual(listing(out), listing(built))
    await withSite(async (open, site) => {
      const page = await walkFaults(open, site, ['index.html', '404.html', 'a-o/index.html'])
      await page.goto(site.address('sok/index.html?q=arbetsmiljö'))
      assert.ok(await settled(page) > 10)
      assertNone(page.faults)
    }, out)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})

// AC40: what is shown where nothing is.
const lostFaults = async (page, address, depth) => {
  const faults = []
  const loaded = []
  page.on('response', (response) => loaded.push([response.status(), response.url()]))
  const answer = await page.goto(`${address}${depth}`)
  if (answer.status() !== 404) faults.push(`${depth}: status ${answer.status()}`)
  for (const [status, url] of loaded) if (status !== 200 && url !== answer.url()) faults.push(`${depth}: ${status} ${url}`)
  if (await page.evaluate(() => document.documentElement.lang) !== 'sv') faults.push(`${depth}: not in Swedish`)
  if (!await page.evaluate(() => document.styleSheets.length && getComputedStyle(document.body).marginTop === '0px')) faults.push(`${depth}: no stylesheet`)
  if (await page.locator('main [role=search] input[type=search]').count() !== 1) faults.push(`${depth}: no search`)
  for (const name of ['index.html', 'a-o/index.html', 'sok/index.html']) {
    const hrefs = await page.evaluate(() => [...document.querySelectorAll('main a[href], main form')].map((element) => element.href ?? element.action))
    const wanted = hrefs.find((href) => new URL(href).pathname === new URL(name, address).pathname)
    if (!wanted) faults.push(`${depth}: no way to ${name}: ${hrefs}`)
    else if ((await page.request.get(wanted)).status() !== 200) faults.push(`${depth}: ${wanted} does not answer`)
  }
  page.removeAllListeners('response')
  return faults
}

test('AC40 an address that does not exist, at any depth, gives the page that says so, whole', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-lost-'))
  const server = spawn(process.env.VAV || path.join(root, 'build/bin/vav'), ['serve', path.join(root, 'tests/browser/hard/content'), '--port', '0', '--today', '2026-01-15'],
    { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => server.on('exit', resolve))
  try {
    const address = await new Promise((resolve, reject) => {
      readline.createInterface({ input: server.stdout }).once('line', resolve)
      ended.then((status) => reject(new Error(`vav serve ended with ${status}`)))
    })
    await withSite(async (open) => {
      const page = await open()
      for (const depth of ['x', 'x/y/z', 'moten/finns/inte/alls.html']) assertNone(await lostFaults(page, address, depth))
    }, weave('tests/browser/hard/content'))
  } finally {
    server.kill()
    await ended
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

test('AC40 red twin: a host that says nothing but that the file is not there', () => withPages({ 'index.html': 'x' }, (_, { folder }) => withHost(folder, '/', (address) => withSite(async (open) => {
  const found = await lostFaults(await open(), address, 'x/y/z')
  for (const fault of ['not in Swedish', 'no stylesheet', 'no search', 'no way to a-o/index.html']) assert.ok(found.some((one) => one.includes(fault)), `${fault}: ${found}`)
}, folder))))

// AC40: a site that does not know where it lies cannot lead anywhere from below the topmost folder; it says so in words, in its order of reading.
const stuckFaults = async (page, address, depth) => {
  const faults = []
  await page.goto(`${address}${depth}`)
  const read = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
  if (await page.locator('main h1').count() !== 1) faults.push(`${depth}: no heading`)
  if (!/adressfält/.test(read)) faults.push(`${depth}: no word of how to get on: ${read.slice(0, 100)}`)
  return faults
}

test('AC40 without its address a site is whole in the topmost folder, and says how to get on below it', async () => {
  const folder = weave('tests/browser/hard/content')
  await withHost(folder, '/', (address) => withSite(async (open) => {
    const page = await open()
    assertNone(await lostFaults(page, address, 'x'))
    for (const depth of ['x', 'x/y/z', 'moten/finns/inte/alls.html']) assertNone(await stuckFaults(page, address, depth))
  }, folder), '404.html')
})

test('AC40 red twin: a page that leads nowhere and says nothing of it', () => withPages({
  'index.html': 'x', '404.html': '<!doctype html><html lang="sv"><title>x</title><main><p>Sidan finns inte.</p></main></html>'
}, (_, { folder }) => withHost(folder, '/', (address) => withSite(async (open) => {
  const found = await stuckFaults(await open(), address, 'x/y/z')
  for (const fault of ['no heading', 'no word of how to get on']) assert.ok(found.some((one) => one.includes(fault)), `${fault}: ${found}`)
}, folder), '404.html')))
