// What pages weigh, as a table: node tests/browser/weight.js [FILE…]. Bytes as they lie on disk and as gzip sends them, without
// the search script; layout shift and first paint from disk, in Chromium at 1280 px, the middle of five visits.
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
  await page.waitForTimeout(150)
  const seen = await page.evaluate(() => ({
    shift: globalThis.shift,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
  }))
  await page.context().close()
  return seen
}

withSite(async (open, site) => {
  const files = process.argv.length > 2 ? process.argv.slice(2) : site.samples()
  console.log('| page | HTML | + CSS | gzip, both | layout shift | first paint, ms |\n|---|---|---|---|---|---|')
  for (const file of files) {
    const html = fs.readFileSync(path.join(site.folder, file))
    const sheets = [...html.toString().matchAll(/rel="stylesheet" href="([^"]+)"/g)].map((match) => path.join(site.folder, path.dirname(file), match[1]))
    const [plain, sent] = sizes(html)
    const css = sheets.map((sheet) => sizes(fs.readFileSync(sheet)))
    const visits = []
    for (let i = 0; i < 5; ++i) visits.push(await visit(open, site.address(file)))
    const sum = (at) => css.reduce((all, one) => all + one[at], 0)
    console.log(`| ${file} | ${plain} | ${plain + sum(0)} | ${sent + sum(1)} | ${Math.max(...visits.map((one) => one.shift))} | ${Math.round(middle(visits.map((one) => one.paint)))} |`)
  }
}).catch((error) => {
  console.error(error)
  process.exitCode = 1
})
