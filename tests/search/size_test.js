#!/usr/bin/env node
// What a reader's browser loads for a first query: under 600 KB as gzip -9 has it, at 1,000 pages of 640 words, the texts of ten hits included.
//   node size_test.js --vav PATH/vav        (python3 and Debian's wswedish make the pages)
'use strict'
const assert = require('node:assert')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const zlib = require('node:zlib')
const { execFileSync } = require('node:child_process')
const { Engine } = require('../../assets/search/engine.js')
const { readPart, languagesOf } = require('./open_engine.js')

const MOST = 600000
const PAGES = 1000
// One word, one with many compounds, several, an unfinished one, a name.
const QUERIES = ['kommun', 'arbetsmiljö', 'jämställdhet i skolan', 'mötet om arbetsmiljö i kommunen', 'arbets', 'villkor']

const vav = process.argv[process.argv.indexOf('--vav') + 1]
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-size-'))
const corpus = path.join(folder, 'corpus'), site = path.join(folder, 'site')
fs.mkdirSync(corpus)
execFileSync('python3', ['-B', path.join(__dirname, '../bench/corpus.py'), '-n', String(PAGES), '-d', 'vav', '-o', corpus], { stdio: 'ignore' })
execFileSync(vav, ['build', corpus, '--out', site, '--today', '2030-01-15'], { stdio: 'ignore' })

const gzipped = file => zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length
const scripts = fs.readdirSync(path.join(site, 'assets')).filter(name => /^search.*\.js$/.test(name))
assert.strictEqual(scripts.length, 2, scripts.join(' '))
const ofScripts = scripts.reduce((sum, name) => sum + gzipped(path.join(site, 'assets', name)), 0)
// Without lunr, all scripts of the site keep within 30 KB.
const lunr = ['lunr/lunr.min.js', 'lunr-languages/lunr.stemmer.support.js', 'lunr-languages/lunr.sv.js'].map(name => path.join(__dirname, '../../assets/node_modules', name))
const ofLunr = lunr.reduce((sum, file) => sum + gzipped(file), 0)
assert(ofScripts - ofLunr < 30000, `our own scripts are ${ofScripts - ofLunr} bytes`)

async function loadedFor(query) {
  const files = new Set()
  const engine = new Engine(async (language, part) => {
    files.add(path.join(site, 'search', language, part === 'head' ? 'head.js' : `parts/${part}.js`))
    return readPart(site, language, part)
  })
  const { whole } = await engine.open(languagesOf(site))
  assert.strictEqual(whole, false, 'the index is loaded whole, so this measures nothing of the shards')
  const { count } = await engine.search(query, {})
  assert(count > 0, `nothing found for ${query}`)
  await engine.show(0, 10)
  return ofScripts + [...files].reduce((sum, file) => sum + gzipped(file), 0)
}

async function main() {
  for (const query of QUERIES) {
    const bytes = await loadedFor(query)
    console.log(`${query}: ${(bytes / 1000).toFixed(0)} KB`)
    assert(bytes < MOST, `${query} loads ${bytes} bytes`)
  }
  console.log(`scripts: ${(ofScripts / 1000).toFixed(1)} KB, ${((ofScripts - ofLunr) / 1000).toFixed(1)} KB without lunr`)
}

main().finally(() => fs.rmSync(folder, { recursive: true }))
