// Pagefind over the HTML of the site, asked through its own script, which since 1.4 runs in Node too. Its files are fetched, hence
// the server. Pages that our search does not hold (lists, redirects) are dropped from its hits, so that all choose among the same.
'use strict'
const fs = require('node:fs')
const http = require('node:http')
const path = require('node:path')
const { pathToFileURL } = require('node:url')
const { root, readSite, normalise } = require('../site.js')

const made = path.join(root, 'build/bench/pagefind')

const check = ({ errors }) => { if (errors.length > 0) throw new Error(`pagefind: ${errors.join(', ')}`) }

// The text of <main>: menus and footers are no content. One index, Swedish for all pages: it would else search one language only.
const makeIndex = async (site) => {
  const pagefind = await import('pagefind')
  const created = await pagefind.createIndex({ rootSelector: 'main', forceLanguage: 'sv' })
  check(created)
  check(await created.index.addDirectory({ path: site }))
  fs.rmSync(made, { recursive: true, force: true })
  check(await created.index.writeFiles({ outputPath: made }))
  await pagefind.close()
  // Its script is a module by content only.
  fs.writeFileSync(path.join(made, 'package.json'), '{"type":"module"}\n')
}

const serve = (folder) => new Promise((resolve) => {
  const server = http.createServer((request, response) => {
    fs.readFile(path.join(folder, decodeURIComponent(new URL(request.url, 'http://x').pathname)), (error, bytes) => {
      response.writeHead(error ? 404 : 200).end(bytes)
    })
  })
  // The program may end while it listens.
  server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.unref().address().port}/`))
})

const open = async (site) => {
  await makeIndex(site)
  const basePath = await serve(made)
  const pagefind = await import(pathToFileURL(path.join(made, 'pagefind.js')).href)
  await pagefind.options({ basePath, baseUrl: '/' })
  await pagefind.init()
  const pages = new Set(readSite(site).flatMap(({ documents }) => documents.map(({ address }) => address)))
  return async (query, limit) => {
    const found = []
    for (const result of (await pagefind.search(query)).results) {
      if (found.length === limit) break
      const address = normalise((await result.data()).url)
      if (pages.has(address)) found.push(address)
    }
    return found
  }
}

module.exports = { name: 'Pagefind', open }
