// The scripts of the pages as TypeScript reads them: what their JSDoc says of types holds.
'use strict'
const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')

const compiler = require.resolve('typescript/lib/tsc.js')
const check = (config) => spawnSync(process.execPath, [compiler, '-p', config, '--pretty', 'false'], { encoding: 'utf8' })

test('the types of assets/search hold', () => {
  const { status, stdout } = check(__dirname)
  assert.equal(status, 0, stdout)
})

test('red twin: wrong types are found, in a page and in what it requires', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-types-'))
  try {
    fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ extends: path.join(__dirname, 'tsconfig.json'), include: ['*.js'] }))
    fs.writeFileSync(path.join(folder, 'count.js'), `/** @param {string[]} words\n * @returns {number} */\nconst count = words => words.length\nmodule.exports = { count }\n`)
    fs.writeFileSync(path.join(folder, 'page.js'), `const { count } = require('./count.js')\ncount(7)\ndocument.getElementById('x').hidden = true\nconst text = /** @type {string} */ ('')\ntext.sizes()\n`)
    const { status, stdout } = check(folder)
    assert.notEqual(status, 0)
    for (const fault of ['page.js(2,7): error TS2345', 'page.js(3,1): error TS2531', 'page.js(5,6): error TS2']) assert.ok(stdout.includes(fault), `${fault} in ${stdout}`)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
