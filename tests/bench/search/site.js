// The pages of a built site that search is asked about, so that every engine is held to the same ones: those of
// search/LANG/documents.json, by the address that manifest.json knows.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const root = path.resolve(__dirname, '../../..')
const modules = path.join(root, 'assets/node_modules')

const read = (...names) => fs.readFileSync(path.join(...names), 'utf8')
const readJson = (...names) => JSON.parse(read(...names))

// "moten/traff-2/index.html", "/moten/traff-2/#panel" and "moten/traff-2/" are one page.
const normalise = (address) => address.replace(/[?#].*$/, '').replace(/^\/+/, '').replace(/(^|\/)index\.html$/, '$1')

// The language of most pages first, which is the order that the search page has for equal hits.
const languages = (site) => ['sv', 'en'].filter((language) => fs.existsSync(path.join(site, 'search', language, 'documents.json')))

// A list is named by its folder and a slash, and lies at that address; in another language than the site's own below that language.
const addressOf = (id, language, addresses, own) => (id.endsWith('/') ? (language === own ? id : `${language}/${id}`) : addresses.get(id))

// One language: {documents: [{address, title, …}], fields: [{name, boost}]}
const readLanguage = (site, language) => {
  const addresses = new Map(Object.entries(readJson(site, 'manifest.json').pages)
    .filter(([, page]) => page.id !== undefined && page.lang === language)
    .map(([address, page]) => [page.id, normalise(address)]))
  const documents = readJson(site, 'search', language, 'documents.json').map((document) => {
    const address = addressOf(document.id, language, addresses, languages(site)[0])
    if (address === undefined) throw new Error(`manifest.json has no page ${document.id} (${language})`)
    return { ...document, address }
  })
  return { language, documents, fields: readJson(site, 'search', language, 'options.json').fields }
}

const readSite = (site) => languages(site).map((language) => readLanguage(site, language))

// Scripts run as a page runs them: classic, in one global object. A world of its own, since lunr keeps what it knows in globals.
const world = (globals, files) => {
  const context = vm.createContext(globals)
  for (const file of files) vm.runInContext(read(file), context, { filename: file })
  return context
}

const lunrFiles = ['lunr/lunr.min.js', 'lunr-languages/lunr.stemmer.support.js', 'lunr-languages/lunr.sv.js'].map((name) => path.join(modules, name))

// The stock lunr with the Swedish of lunr-languages.
const loadLunr = () => world({ console: { warn () {} } }, lunrFiles).lunr

module.exports = { root, read, readJson, normalise, languages, readSite, world, lunrFiles, loadLunr }
