// The built site as a reader opens it: a copy in a folder with a space and an å in its name, in Chromium, over file://.
'use strict'
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
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

  // One page of each sort: the start page, built-in pages, one list, one page of each folder (the longest, which has most in it).
  samples () {
    const sorts = new Map()
    for (const file of this.pages) {
      const parts = file.split('/')
      const sort = parts.length > 2 ? parts.slice(0, -2).join('/') : parts.length === 2 && this.pages.some((other) => other.startsWith(`${parts[0]}/`) && other !== file) ? 'list' : file
      const length = this.text(file).length
      if (length > (sorts.get(sort)?.length ?? -1)) sorts.set(sort, { file, length })
    }
    return [...sorts.values()].map(({ file }) => file)
  }

  remove () { fs.rmSync(this.temporary, { recursive: true, force: true }) }
}

// Runs `tests(open, site)`; open(options) gives a page that records all that must not happen: page.faults.
const withSite = async (work, folder) => {
  const site = new Site(folder)
  const browser = await launch()
  try {
    const open = async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE', ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(10000)
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
    return await work(open, site)
  } finally {
    await browser.close()
    site.remove()
  }
}

module.exports = { withSite, Site, launch, root, built }
