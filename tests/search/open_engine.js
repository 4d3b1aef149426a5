// The engine of the search page in Node, over the files of a built site: what the page's worker does, without the page.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')
const { Engine } = require('../../assets/search/engine.js')

// The text that a part hands over when a browser runs it.
const readPart = (site, language, part) => {
  const file = path.join(site, 'search', language, part === 'head' ? 'head.js' : `parts/${part}.js`)
  let text = null
  const receive = (fromLanguage, fromPart, handed) => {
    if (fromLanguage === language && fromPart === part) text = handed
  }
  vm.runInNewContext(fs.readFileSync(file, 'utf8'), { vavSearch: { receive } }, { filename: file })
  if (text === null) throw new Error(`${file} handed nothing over`)
  return text
}

const languagesOf = (site) => ['sv', 'en'].filter((language) => fs.existsSync(path.join(site, 'search', language, 'head.js')))

const openEngine = async (site, languages = languagesOf(site)) => {
  const engine = new Engine(async (language, part) => readPart(site, language, part))
  await engine.open(languages)
  return engine
}

module.exports = { openEngine, readPart, languagesOf }
