// The built site as a reader opens it: a copy in a folder with a space and an å in its name, in Chromium, over file://.
'use strict'
const { execFileSync } = require('node:child_process')
const crypto = require('node:crypto')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { after } = require('node:test')
const { pathToFileURL } = require('node:url')
const { chromium } = require('playwright-core')
const puppeteer = require('puppeteer-core')

const root = path.resolve(__dirname, '../..')
const built = process.env.VAV_SITE || path.join(root, 'build/site')

// What readers have; `useShell` changes it for the file that calls it.
const program = { executablePath: '/usr/bin/chromium', args: [] }

// For rules over many pages: the same engine without the rest of a browser, which takes 0.4 to 0.9 of the time. Scripts of the tests come
// anew with every page, and what the compiler would spend on them is never earned back: without it axe-core takes 0.75 of its processor
// time (2026-11-30, 2 cores, 69 pages).
const useShell = () => Object.assign(program, { executablePath: '/usr/bin/chromium-headless-shell', args: ['--js-flags=--max-optimized-bytecode-size=0'] })

const launch = () => chromium.launch({
  executablePath: process.env.VAV_CHROMIUM || program.executablePath,
  // No GPU is on a server: what would feign one takes a fifth of the time.
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', ...program.args]
})

const launchFirefox = () => puppeteer.launch({
  browser: 'firefox',
  executablePath: process.env.VAV_FIREFOX || '/usr/bin/firefox-esr',
  // puppeteer turns the strict policy off; readers have it on.
  extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true, 'network.captive-portal-service.enabled': false }
})

const htmlFiles = (folder) => fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
  .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
  .sort()

class Site {
  constructor (folder = built) {
    if (!fs.existsSync(path.join(folder, 'index.html'))) throw new Error(`${folder} holds no site: run ./dev site`)
    this.temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-'))
    this.folder = path.join(this.temporary, 'en mapp på skrivbordet')
    fs.cpSync(folder, this.folder, { recursive: true })
    this.url = pathToFileURL(this.folder).href
    this.files = htmlFiles(this.folder)
    // Redirect pages leave at once; they are followed in a test of their own.
    this.redirects = this.files.filter((file) => /http-equiv="?refresh/i.test(this.text(file)))
    this.pages = this.files.filter((file) => !this.redirects.includes(file))
  }

  text (file) { return fs.readFileSync(path.join(this.folder, file), 'utf8') }
  address (file) { return `${this.url}/${file}` }
  // Which file of the site an open page shows.
  fileOf (address) { return decodeURIComponent(address.slice(this.url.length + 1)).replace(/[?#].*/, '') }

  // Pages that nobody wrote and that are many of one cut: of one choice of the search, of one cell of a table, of one day. Those that
  // lie right below the top (lists, the register, a table) are few, and each of its own cut.
  isGenerated (file) { return !this.about(file).kind && file.split('/').length > (this.isTranslated(file) ? 3 : 2) }

  // Pages of other languages than the start page's lie in a folder of their own.
  isTranslated (file) {
    const home = this.about('index.html').lang
    this.others ??= new Set(Object.values(this.manifest).map(({ lang }) => lang).filter((lang) => lang && lang !== home))
    return this.others.has(file.split('/')[0])
  }

  // What pages of the content are called in a language.
  titles (lang) { return Object.values(this.about('index.html') && this.manifest).filter((page) => page.lang === lang && page.title).map((page) => page.title) }

  // What rules over all pages look at: every page but nine in ten of the generated ones, chosen by the hash of their address, so that
  // it is the same tenth whatever else changes; at least one of every sort.
  judged () {
    const some = new Set(this.templates())
    const inTenth = (file) => crypto.createHash('sha256').update(file).digest()[0] % 10 === 0
    return this.pages.filter((file) => !this.isGenerated(file) || inTenth(file) || some.has(file))
  }

  // What the manifest tells of a page; pages of the content have a kind.
  about (file) {
    this.manifest ??= JSON.parse(this.text('manifest.json')).pages
    return this.manifest[file] ?? {}
  }

  // One page of each template: start, 404, search, register, a list, the longest of every kind and of every sort of generated pages.
  templates () {
    return this.longest((file) => {
      const { kind } = this.about(file)
      if (['index.html', '404.html', 'sok/index.html', 'a-o/index.html'].includes(file)) return file
      if (this.isTranslated(file)) return kind ? 'translated' : null
      if (this.isGenerated(file)) return `generated: ${file.split('/')[0]}`
      if (kind) return kind
      // A list has its kind's pages beneath it; what else lies there has a template of its own.
      const folder = file.slice(0, file.lastIndexOf('/') + 1)
      return this.pages.some((other) => other !== file && other.startsWith(folder) && this.about(other).kind) ? 'list' : file
    })
  }

  // The longest page of each sort, which has most in it. null: of no sort.
  longest (sortOf) {
    const sorts = new Map()
    for (const file of this.pages) {
      const sort = sortOf(file)
      const length = this.text(file).length
      if (sort !== null && length > (sorts.get(sort)?.length ?? -1)) sorts.set(sort, { file, length })
    }
    return [...sorts.values()].map(({ file }) => file)
  }

  remove () { fs.rmSync(this.temporary, { recursive: true, force: true }) }
}

// Under node --test, one browser and one copy of the built site serve all tests of a file.
const shared = {}
const temporary = []
const sharing = Boolean(process.env.NODE_TEST_CONTEXT)
if (sharing) {
  after(async () => {
    await (await shared.browser)?.close()
    shared.site?.remove()
    for (const folder of temporary) fs.rmSync(folder, { recursive: true, force: true })
  })
}
const takeBrowser = () => {
  if (!sharing) return launch()
  return shared.browser ??= launch()
}
const takeSite = (folder) => {
  if (!sharing || folder) return new Site(folder)
  return shared.site ??= new Site()
}

// Runs `work(open, site, browser)`; open(options) gives a page that records all that must not happen: page.faults.
// `folder`: another site than the built one. `address`: where that site is served, instead of file://.
const withSite = async (work, folder, address) => {
  const site = takeSite(folder)
  if (address) site.url = address
  const browser = await takeBrowser()
  const contexts = []
  try {
    const open = async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE', ...options })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(30000)
      page.faults = []
      const note = (what) => page.faults.push(`${site.fileOf(page.url())}: ${what}`)
      page.on('pageerror', (error) => note(`error: ${error.message}`))
      page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) note(`console: ${message.text()}`) })
      page.on('request', (request) => {
        const allowed = request.url().startsWith(`${site.url}/`) || request.url().startsWith('blob:')
        if (!allowed) note(`request: ${request.url()}`)
      })
      // A request that is dropped because the reader goes on is no fault.
      page.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText
        if (reason !== 'net::ERR_ABORTED') note(`not loaded: ${request.url()} ${reason}`)
      })
      page.on('dialog', (dialog) => { note(`dialog: ${dialog.message()}`); dialog.dismiss() })
      if (options.javaScriptEnabled !== false) {
        await page.addInitScript(() => addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)))
      }
      return page
    }
    return await work(open, site, browser)
  } finally {
    await Promise.all(contexts.map((context) => context.close()))
    if (!sharing) await browser.close()
    if (site !== shared.site) site.remove()
  }
}

// What `check(page, file)` finds on the files, opened one after the other with the same options, each fault with its file before it.
// Two at a time: each page has a process of its own in the browser.
const onAll = async (open, site, files, options, check) => {
  const found = new Map(files.map((file) => [file, []]))
  const todo = [...files]
  const work = async () => {
    const page = await open(options)
    for (let file = todo.shift(); file; file = todo.shift()) {
      await page.goto(site.address(file))
      found.set(file, (await check(page, file)).map((fault) => `${file}: ${fault}`))
    }
  }
  await Promise.all([work(), work()])
  return [...found.values()].flat()
}

// A site of one page, or of several, for a red twin. pages: {file: text}.
const withPages = async (pages, work) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-twin-'))
  try {
    for (const [file, text] of Object.entries({ 'manifest.json': '{"pages": {}}', ...pages })) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      fs.writeFileSync(path.join(folder, file), text)
    }
    return await withSite(work, folder)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

// A knowledge base of the tests, woven with the theme that comes with vav: the folder of the site.
const weave = (content, today = '2026-01-15', more = []) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-woven-'))
  execFileSync(process.env.VAV || path.join(root, 'build/bin/vav'), ['build', path.join(root, content), '--out', path.join(folder, 'site'), '--today', today, ...more], { stdio: 'pipe' })
  temporary.push(folder)
  return path.join(folder, 'site')
}

module.exports = { useShell, withSite, onAll, withPages, weave, Site, launch, launchFirefox, root, built }
