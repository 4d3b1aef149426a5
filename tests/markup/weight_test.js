// What a page weighs with all that comes along with it, but for the search: as it is sent (gzip). How it lies on disk, and how fast it
// is drawn, is told by ../browser/weight.js; of what lies on disk only the stylesheet has a limit, for it stands on every page.
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
const mostOfStyle = 40000

// The files that a page brings along. Search scripts are counted by ../search/size_test.js.
const brought = (html) => [...html.matchAll(/<(?:link|script|img)\b[^>]*?(?:href|src)="([^"]+)"/g)].map((match) => match[1]).filter((file) => !/\/search[^/]*\.js$/.test(file))

const weigh = (folder, file) => {
  const html = fs.readFileSync(path.join(folder, file), 'utf8')
  const files = [...new Set(brought(html))].map((href) => path.resolve(folder, path.dirname(file), href))
  const sent = (bytes) => zlib.gzipSync(bytes, { level: 9 }).length
  const style = files.filter((one) => one.endsWith('.css')).reduce((sum, one) => sum + fs.statSync(one).size, 0)
  return { style, sent: sent(html) + files.reduce((sum, one) => sum + sent(fs.readFileSync(one)), 0), stylesheets: files.filter((one) => one.endsWith('.css')).length }
}

const heavy = (folder) => fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html') && file !== '404.html').sort().flatMap((file) => {
  const { sent, style, stylesheets } = weigh(folder, file)
  const faults = sent > most ? [`${file}: ${sent} bytes are sent`] : []
  if (style > mostOfStyle) faults.push(`${file}: ${style} bytes of style`)
  return stylesheets > 1 ? [...faults, `${file}: ${stylesheets} stylesheets`] : faults
})

test('every page is light, and has one stylesheet at most, which is light too', () => assertNone(heavy(site)))

test('red twin: a heavy page, one with too much of style, and one of two stylesheets', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-twin-'))
  try {
    const noise = (length) => Array.from({ length }, (_, i) => ((i * 7919) ** 2 % 104729).toString(36)).join(' ')
    fs.writeFileSync(path.join(folder, 'a.css'), `/* ${noise(3000)} */`)
    fs.writeFileSync(path.join(folder, 'b.css'), `/* ${noise(3000).split('').reverse().join('')} */`)
    fs.writeFileSync(path.join(folder, 'one.html'), `<link rel="stylesheet" href="a.css"><p>${noise(35000)}`)
    fs.writeFileSync(path.join(folder, 'two.html'), '<link rel="stylesheet" href="a.css"><link rel="stylesheet" href="b.css">')
    fs.writeFileSync(path.join(folder, 'c.css'), ' '.repeat(40001))
    fs.writeFileSync(path.join(folder, 'styled.html'), '<link rel="stylesheet" href="c.css">')
    fs.writeFileSync(path.join(folder, 'sound.html'), '<link rel="stylesheet" href="a.css"><script src="x/search.js"></script>')
    const found = heavy(folder)
    assert.equal(found.length, 3, found.join('\n'))
    assert.match(found[0], /^one\.html: \d{5,} bytes are sent$/)
    assert.deepEqual(found.slice(1), ['styled.html: 40001 bytes of style', 'two.html: 2 stylesheets'])
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
