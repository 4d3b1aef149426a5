// The built site as a reader opens it: a copy in a folder with a space and an å in its name, in Chromium, over file://.
'use strict'
const { execFileSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { after } = require('node:test')
const { pathToFileURL } = require('node:url')
const { chromium } = require('playwright-core')

const root = path.resolve(__dirname, '../..')
const built = process.env.VAV_SITE || path.join(root, 'build/site')

const launch = () => chromium.launch({
  executablePath: process.env.VAV_CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync']
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

  // Generated pages of one value of a facet; there are many, all of one cut.
  isFacet (file) { return /^(en\/)?sok\/./.test(file) && !/^(en\/)?sok\/index\.html$/.test(file) }

  // What the manifest tells of a page; pages of the content have a kind.
  about (file) {
    this.manifest ??= JSON.parse(this.text('manifest.json')).pages
    return this.manifest[file] ?? {}
  }

  // One page of each sort: the start page, built-in pages, one list, one page of each folder (the longest, which has most in it).
  samples () {
    return this.longest((file) => {
      const parts = file.split('/')
      if (parts.length > 2) return parts.slice(0, -2).join('/')
      return parts.length === 2 && this.pages.some((other) => other.startsWith(`${parts[0]}/`) && other !== file) ? 'list' : file
    })
  }

  // One page of each template: start, 404, search, register, a list, a facet, and the longest of every kind.
  templates () {
    return this.longest((file) => {
      const { kind } = this.about(file)
      if (['index.html', '404.html', 'sok/index.html', 'a-o/index.html'].includes(file)) return file
      if (this.isFacet(file)) return 'facet'
      if (/^en\//.test(file)) return kind ? 'translated' : null
      return kind ?? 'list'
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
const weave = (content, today = '2026-01-15') => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-woven-'))
  execFileSync(process.env.VAV || path.join(root, 'build/bin/vav'), ['build', path.join(root, content), '--out', path.join(folder, 'site'), '--today', today], { stdio: 'pipe' })
  temporary.push(folder)
  return path.join(folder, 'site')
}

module.exports = { withSite, withPages, weave, Site, launch, root, built }
