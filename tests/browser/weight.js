// What pages weigh, as a table: node tests/browser/weight.js [FILE…]. Bytes as they lie on disk, and of all as gzip sends them; JS is
// what a page names itself, not what the search fetches when it is used. Layout shift and first paint from disk, in Chromium at 1280 px,
// the middle of five visits.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const zlib = require('node:zlib')
const { withSite } = require('./site.js')

const sizes = (bytes) => [bytes.length, zlib.gzipSync(bytes, { level: 9 }).length]
const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

// Layout shifts are added up from the first moment on.
const watch = () => {
  globalThis.shift = 0
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.shift += entry.value })
    .observe({ type: 'layout-shift', buffered: true })
}

async function visit (open, address) {
  const page = await open()
  await page.addInitScript(watch)
  await page.goto(address)
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  await page.waitForTimeout(150)
  const seen = await page.evaluate(() => ({
    shift: globalThis.shift,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
  }))
  await page.context().close()
  return seen
}

withSite(async (open, site) => {
  const files = process.argv.length > 2 ? process.argv.slice(2) : site.templates()
  console.log('| page | HTML | CSS | JS | all | all, gzip | layout shift | first paint, ms |\n|---|---|---|---|---|---|---|---|')
  for (const file of files) {
    const html = fs.readFileSync(path.join(site.folder, file))
    const brought = (pattern) => [...html.toString().matchAll(pattern)].map((match) => sizes(fs.readFileSync(path.join(site.folder, path.dirname(file), match[1]))))
      .reduce(([plain, sent], one) => [plain + one[0], sent + one[1]], [0, 0])
    const parts = [sizes(html), brought(/rel="stylesheet" href="([^"]+)"/g), brought(/<script\b[^>]*? src="([^"]+)"/g)]
    const all = (at) => parts.reduce((sum, one) => sum + one[at], 0)
    const visits = []
    for (let i = 0; i < 5; ++i) visits.push(await visit(open, site.address(file)))
    console.log(`| ${file} | ${parts.map(([plain]) => plain).join(' | ')} | ${all(0)} | ${all(1)} | ${Math.max(...visits.map((one) => one.shift))} | ${Math.round(middle(visits.map((one) => one.paint)))} |`)
  }
}).catch((error) => {
  console.error(error)
  process.exitCode = 1
})
