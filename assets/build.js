#!/usr/bin/env node
// Makes the scripts that a site's pages load:   node assets/build.js [OUTDIR]      (default build/assets; first `npm ci` in assets/)
// A bundle is its modules as they are, each in a function: no minifier, so that anyone can read what runs, and no other bundler.
'use strict'
const fs = require('fs'), path = require('path')

const MODULES = path.join(__dirname, 'node_modules'), OWN = path.join(__dirname, 'search')

const read = (...names) => fs.readFileSync(path.join(...names), 'utf8')
const comment = text => `/*!\n${text.trim().split('\n').map(line => ` * ${line}`.trimEnd()).join('\n')}\n */\n`

/** name -> text of a module and all it requires, in the order in which they are met. */
function collect(name, found = new Map()) {
  if (found.has(name)) return found
  const text = name === 'lunr' ? read(MODULES, 'lunr', 'lunr.min.js') : name.startsWith('./') ? read(OWN, name) : read(MODULES, name)
  found.set(name, text)
  if (name.startsWith('./')) for (const [, required] of text.matchAll(/require\('([^']+)'\)/g)) collect(required, found)
  return found
}

/** An expression that gives what module `entry` exports. */
function bundle(entry) {
  const modules = [...collect(entry)].map(([name, text]) => `  ${JSON.stringify(name)}: function (module, exports, require) {\n${text.replace(/^#!.*\n/, '')}\n  },\n`)
  return `(function () {
  var modules = {
${modules.join('')}  }
  var loaded = {}
  function require(name) {
    if (!loaded[name]) {
      loaded[name] = { exports: {} }
      modules[name].call(undefined, loaded[name], loaded[name].exports, require)
    }
    return loaded[name].exports
  }
  return require(${JSON.stringify(entry)})
})`
}

function build(out) {
  const write = (name, text) => fs.writeFileSync(path.join(out, name), text)
  fs.rmSync(out, { recursive: true, force: true })
  fs.mkdirSync(out, { recursive: true })
  // MIT wants its text in every copy. MPL 1.1: the files as they are, in source form, with the licence beside them.
  const notice = comment(`lunr 2.3.9\n${read(MODULES, 'lunr', 'LICENSE')}`) + comment('lunr-languages 1.22.0: MPL 1.1, see lunr-languages.LICENSE.txt beside the site\'s assets.')
  write('search-engine.js', `${notice}vavSearch.engine(${bundle('./worker-door.js')});\n`)
  write('search.js', `${bundle('./page.js')}();\n`)
  write('lunr-languages.LICENSE.txt', read(MODULES, 'lunr-languages', 'LICENSE'))
}

module.exports = { build, bundle }
if (require.main === module) {
  const out = path.resolve(process.argv[2] || path.join(__dirname, '..', 'build', 'assets'))
  build(out)
  console.log(`assets: ${fs.readdirSync(out).sort().map(name => `${name} ${fs.statSync(path.join(out, name)).size}`).join(', ')} -> ${out}`)
}
