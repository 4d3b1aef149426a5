#!/usr/bin/env node
// How much faster is the index made here than by lunr itself, from the same documents?   (./dev bench index)
//   node index_bench.js --vav PROGRAM --tool LUNR_INDEX_TOOL [--pages 10000] [--rounds 3] [--jobs 2]
// Both take turns and the fastest round of each is compared: what makes a round slower is the rest of the machine, which two threads
// feel more than one. Reading the documents counts for neither. The indexes must be the same to the last byte, or the times mean nothing.
'use strict'
const { execFileSync } = require('node:child_process')
const crypto = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const { parseArgs } = require('node:util')

const root = path.resolve(__dirname, '../..')
const folder = path.join(root, 'build/bench')

const run = (program, words, options = {}) => execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'], ...options })

// The documents that vav makes of a made-up knowledge base.
const makeDocuments = (vav, pages) => {
  const corpus = path.join(folder, `corpus-${pages}`)
  if (!fs.existsSync(path.join(corpus, 'vav.yaml'))) {
    fs.rmSync(corpus, { recursive: true, force: true })
    fs.mkdirSync(corpus, { recursive: true })
    run('python3', ['-B', path.join(__dirname, 'corpus.py'), '-n', pages, '-d', 'vav', '-o', corpus])
  }
  const site = path.join(folder, `site-${pages}`)
  // What vav says of the made-up text is of no use to anyone.
  run(vav, ['build', corpus, '--out', site, '--today', '2030-01-15'], { stdio: ['ignore', 'ignore', 'ignore'] })
  return ['documents.json', 'options.json'].map((name) => path.join(site, 'search/sv', name))
}

const hashOf = (file) => crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex')

const fastest = (times) => ({
  build: Math.min(...times.map((time) => time.build)),
  whole: Math.min(...times.map((time) => time.build + time.json))
})

const row = (name, build, whole) => console.log(`${name.padEnd(12)} ${build.padStart(16)} ${whole.padStart(16)}`)

const main = () => {
  const { values } = parseArgs({
    options: {
      vav: { type: 'string' },
      tool: { type: 'string' },
      pages: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '3' },
      jobs: { type: 'string', default: '2' }
    }
  })
  const documents = makeDocuments(values.vav, values.pages)
  const [ours, theirs] = ['index-vav.json', 'index-lunr.json'].map((name) => path.join(folder, name))
  const times = { lunr: [], vav: [] }
  for (let round = 0; round < Number(values.rounds); round++) {
    times.vav.push(JSON.parse(run(values.tool, ['--time', ...documents, ours, '--threads', values.jobs])))
    // lunr may want more memory than Node takes by itself.
    times.lunr.push(JSON.parse(run('node', ['--max-old-space-size=12000', path.join(__dirname, 'lunr_build.js'), ...documents, theirs])))
    if (hashOf(ours) !== hashOf(theirs)) throw new Error(`the indexes differ: cmp ${ours} ${theirs}`)
  }
  const lunr = fastest(times.lunr)
  const vav = fastest(times.vav)
  console.log(`${values.pages} pages, index of ${(fs.statSync(ours).size / 1e6).toFixed(1)} MB, sha256 ${hashOf(ours).slice(0, 16)}… of both; fastest of ${values.rounds} rounds`)
  row('', 'index', 'index and JSON')
  row('lunr 2.3.9', `${lunr.build.toFixed(2)} s`, `${lunr.whole.toFixed(2)} s`)
  row(`vav, ${values.jobs} jobs`, `${vav.build.toFixed(3)} s`, `${vav.whole.toFixed(3)} s`)
  row('ratio', (lunr.build / vav.build).toFixed(1), (lunr.whole / vav.whole).toFixed(1))
}

main()
