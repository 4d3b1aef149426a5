// How fast the search page answers on a large site, in Chromium, from a folder.
//   node browser_bench.js --site SITE [--rounds 3]
// Each query is asked cold: a new page, the engine open (as after the focus and a moment), nothing of the query loaded. Told are the time from
// the last key to the first hit on the page (without the wait while a reader types, 150 ms), the time to open, the longest task of the page's own
// thread (over 50 ms a reader feels it), and the bytes that were loaded, raw and as gzip -9 would have them.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const zlib = require('node:zlib')
const { pathToFileURL } = require('node:url')
const { chromium } = require('playwright-core')

const argument = (name, otherwise) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : otherwise)
const site = path.resolve(argument('site'))
const rounds = Number(argument('rounds', 3))
const queries = ['kommun', 'arbetsmiljö', 'jämställdhet i skolan', 'mötet om arbetsmiljö i kommunen', 'arbets', 'kommu', 'kommmun', '"i kommunen"']

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

// Runs in the page, before its own scripts.
const watch = () => {
  window.tasks = [0]
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask', buffered: true })
}

// Runs in the page: the field gets the query as Enter sends it; resolves with the milliseconds to the first hit.
const ask = (query) => new Promise((resolve) => {
  const list = document.querySelector('#search-hits'), field = document.querySelector('#search-query')
  const observer = new MutationObserver(() => {
    if (!list.children.length) return
    observer.disconnect()
    resolve(performance.now() - start)
  })
  observer.observe(list, { childList: true })
  field.value = query
  const start = performance.now()
  field.form.requestSubmit()
})

// The box of the facets exists once the engine is open; a query that finds nothing opens it without loading postings.
const open = async (page) => {
  const start = Date.now()
  await page.goto(`${pathToFileURL(site)}/sok/index.html?q=qwxzplugh`)
  await page.waitForFunction(() => document.querySelector('#search-status').textContent !== '', null, { timeout: 120000 })
  return Date.now() - start
}

const measure = async (browser, query) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const files = new Set()
  page.on('request', (request) => { if (/\/(search|assets)\//.test(request.url()) && request.url().endsWith('.js')) files.add(request.url()) })
  await page.addInitScript(watch)
  const opening = await open(page)
  const time = await page.evaluate(ask, query)
  await page.waitForTimeout(300)
  const blocked = await page.evaluate(() => Math.max(...window.tasks))
  await context.close()
  return { opening, time, blocked, files: [...files] }
}

const sizes = new Map()
const sizeOf = (url) => {
  if (!sizes.has(url)) {
    const bytes = fs.readFileSync(new URL(url))
    sizes.set(url, { raw: bytes.length, gzip: zlib.gzipSync(bytes, { level: 9 }).length })
  }
  return sizes.get(url)
}
const total = (files, kind) => files.reduce((sum, file) => sum + sizeOf(file)[kind], 0)

const main = async () => {
  const browser = await chromium.launch({ executablePath: process.env.VAV_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  console.log(`${'query'.padEnd(36)}${'open ms'.padStart(10)}${'first hit ms'.padStart(14)}${'longest task'.padStart(14)}${'files'.padStart(8)}${'KB'.padStart(8)}${'KB gzip'.padStart(9)}`)
  for (const query of queries) {
    const all = []
    for (let round = 0; round < rounds; round++) all.push(await measure(browser, query))
    const { files } = all[0]
    console.log(query.padEnd(36) + String(median(all.map((one) => one.opening))).padStart(10) + median(all.map((one) => one.time)).toFixed(0).padStart(14) +
      median(all.map((one) => one.blocked)).toFixed(0).padStart(14) + String(files.length).padStart(8) +
      (total(files, 'raw') / 1000).toFixed(0).padStart(8) + (total(files, 'gzip') / 1000).toFixed(0).padStart(9))
  }
  await browser.close()
}

main()
