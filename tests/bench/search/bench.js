#!/usr/bin/env node
// How well do we find, beside what others find in the same pages?   (./dev bench search)
//   node bench.js [--site SITE] [--judged FOLDER] [--only ENGINE]     a table a half
//   node bench.js --only vav --floor                                 exits 1 with a sentence for each floor of floor.json that is broken
//   node bench.js [--only ENGINE] --list CLASS                       each query of a class of the tuning half: found and wanted
// ENGINE is a file of engines/: {name, open(siteFolder) -> (query, limit) => [address]}; both may be promised.
'use strict'
const path = require('node:path')
const { parseArgs } = require('node:util')
const { root, readJson } = require('./site.js')
const { folder, halves, classes, readHalf } = require('./judged.js')
const { table, belowFloor, listing } = require('./report.js')

const engines = ['vav', 'lunr', 'lunr_wildcard', 'minisearch', 'minisearch_stemmed', 'flexsearch', 'pagefind']
const LIMIT = 10

// Left by whoever asked for what cannot be.
class UsageError extends Error {}

const readArguments = () => {
  const { values } = parseArgs({
    options: {
      site: { type: 'string', default: process.env.VAV_SITE || path.join(root, 'build/site') },
      judged: { type: 'string', default: folder },
      only: { type: 'string' },
      list: { type: 'string' },
      half: { type: 'string', default: 'tuning' },
      floor: { type: 'boolean', default: false }
    }
  })
  if (values.only !== undefined && !engines.includes(values.only)) throw new UsageError(`There is no engine ${values.only}. Engines: ${engines.join(' ')}`)
  if (values.list !== undefined && !classes.includes(values.list)) throw new UsageError(`There is no class ${values.list}. Classes: ${classes.join(' ')}`)
  if (values.list !== undefined && values.half !== 'tuning') throw new UsageError('Only the tuning half can be listed: who has seen the other would tune to it')
  return values
}

const ask = async (search, judged) => {
  const answers = []
  for (const entry of judged) answers.push({ ...entry, found: await search(entry.query, LIMIT) })
  return answers
}

const main = async () => {
  const wanted = readArguments()
  const opened = []
  for (const file of wanted.only ? [wanted.only] : wanted.list ? ['vav'] : engines) {
    const engine = require(`./engines/${file}.js`)
    opened.push({ name: engine.name, search: await engine.open(wanted.site) })
  }
  if (wanted.list) {
    const judged = readHalf('tuning', wanted.site, wanted.judged).filter((entry) => entry.class === wanted.list)
    for (const { name, search } of opened) console.log(listing(name, await ask(search, judged)) + '\n')
    return 0
  }
  const floor = wanted.floor ? readJson(wanted.judged, 'floor.json') : {}
  const broken = []
  for (const half of halves) {
    const judged = readHalf(half, wanted.site, wanted.judged)
    const answers = {}
    for (const { name, search } of opened) answers[name] = await ask(search, judged)
    console.log(table(half, answers) + '\n')
    if (!wanted.floor) continue
    if (!floor[half]) broken.push(`floor.json says nothing of ${half}.`)
    for (const { name } of opened) broken.push(...belowFloor(half, answers[name], floor[half] ?? {}))
  }
  for (const sentence of broken) console.error(sentence)
  return broken.length > 0 ? 1 : 0
}

main().then((status) => process.exit(status), (error) => {
  const asked = error instanceof UsageError || error.code?.startsWith('ERR_PARSE_ARGS')
  console.error(asked || error.code === 'ENOENT' ? error.message : error)
  process.exit(asked ? 2 : 1)
})
