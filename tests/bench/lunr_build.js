#!/usr/bin/env node
// usage: lunr_build.js DOCUMENTS.json OPTIONS.json OUT: lunr's own index of them; prints {"build":SECONDS,"json":SECONDS}.
// Reading the documents and loading lunr are not counted.
'use strict'
const fs = require('node:fs')
const { freshLunr } = require('../search/oracle.js')

const [documentsFile, optionsFile, out] = process.argv.slice(2)
const documents = JSON.parse(fs.readFileSync(documentsFile, 'utf8'))
const options = JSON.parse(fs.readFileSync(optionsFile, 'utf8'))
const lunr = freshLunr()

const started = performance.now()
const builder = new lunr.Builder()
// As lunr(config) makes one: English, which its use() of a language then replaces.
builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer)
builder.searchPipeline.add(lunr.stemmer)
if (options.lang !== 'en') builder.use(lunr[options.lang])
builder.ref(options.ref)
for (const { name, boost } of options.fields) builder.field(name, { boost })
for (const document of documents) builder.add(document)
const index = builder.build()
const built = performance.now()
const json = JSON.stringify(index)
const written = performance.now()

fs.writeFileSync(out, json)
console.log(JSON.stringify({ build: (built - started) / 1000, json: (written - built) / 1000 }))
