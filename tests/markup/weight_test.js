// What a page weighs with all that comes along with it, but for the search: as it is sent (gzip). How it lies on disk, and how fast it
// is drawn, is told by ../browser/weight.js.
'use strict'
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const zlib = require('node:zlib')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')

const site = process.env.VAV_SITE || path.resolve(__dirname, '../../build/site')
const most = 60000

// The files that a page brings along. Search scripts are counted by ../search/size_test.js.
const brought = (html) => [...html.matchAll(/<(?:link|script|img)\b[^>]*?(?:href|src)="([^"]+)"/g)].map((match) => match[1]).filter((file) => !/\/search[^/]*\.js$/.test(file))

const weigh = (folder, file) => {
  const html = fs.readFileSync(path.join(folder, file), 'utf8')
  const files = [...new Set(brought(html))].map((href) => path.resolve(folder, path.dirname(file), href))
  const sent = (bytes) => zlib.gzipSync(bytes, { level: 9 }).length
  return { sent: sent(html) + files.reduce((sum, one) => sum + sent(fs.readFileSync(one)), 0), stylesheets: files.filter((one) => one.endsWith('.css')).length }
}

const heavy = (folder) => fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html') && file !== '404.html').sort().flatMap((file) => {
  const { sent, stylesheets } = weigh(folder, file)
  const faults = sent > most ? [`${file}: ${sent} bytes are sent`] : []
  return stylesheets > 1 ? [...faults, `${file}: ${stylesheets} stylesheets`] : faults
})

test('every page is light, and has one stylesheet at most', () => assertNone(heavy(site)))

test('red twin: a heavy page, and one of two stylesheets', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-twin-'))
  try {
    const noise = (length) => Array.from({ length }, (_, i) => ((i * 7919) ** 2 % 104729).toString(36)).join(' ')
    fs.writeFileSync(path.join(folder, 'a.css'), `/* ${noise(8000)} */`)
    fs.writeFileSync(path.join(folder, 'b.css'), `/* ${noise(8000).split('').reverse().join('')} */`)
    fs.writeFileSync(path.join(folder, 'one.html'), `<link rel="stylesheet" href="a.css"><p>${noise(30000)}`)
    fs.writeFileSync(path.join(folder, 'two.html'), '<link rel="stylesheet" href="a.css"><link rel="stylesheet" href="b.css">')
    fs.writeFileSync(path.join(folder, 'sound.html'), '<link rel="stylesheet" href="a.css"><script src="x/search.js"></script>')
    const found = heavy(folder)
    assert.equal(found.length, 2, found.join('\n'))
    assert.match(found[0], /^one\.html: \d{5,} bytes are sent$/)
    assert.equal(found[1], 'two.html: 2 stylesheets')
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
