// The Nu Html Checker over every page at once; it reads Java's way, so one run takes all files.
'use strict'
const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')

const site = process.env.VAV_SITE || path.resolve(__dirname, '../../build/site')
const jar = require('vnu-jar')

const check = (folder) => {
  const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--skip-non-html', '--errors-only', '--format', 'json', folder], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.error) throw new Error(`java does not run: ${run.error.message}`)
  const { messages } = JSON.parse(run.stderr || run.stdout)
  const base = `${path.resolve(folder)}${path.sep}`
  return {
    status: run.status,
    found: messages.map(({ url, lastLine, type, message }) => `${decodeURIComponent(url ?? '').replace(/^file:\/*/, '/').replace(base, '')}:${lastLine}: ${type}: ${message}`)
  }
}

test('AC01 the Nu Html Checker finds no error on any page', () => {
  const { status, found } = check(site)
  assertNone(found)
  assert.equal(status, 0)
})

test('AC01 red twin: the faults of a bad page are found', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-twin-'))
  try {
    fs.mkdirSync(path.join(folder, 'under'))
    fs.writeFileSync(path.join(folder, 'under/index.html'), `<!doctype html><html lang="sv"><title>x</title><h1>x</h1><p><a href="x"><a href="y">y</a></a>
      <i id="a"></i><i id="a"></i><ul><p>x</p></ul><img src="x.png"><button role="knapp">x</button></html>`)
    fs.writeFileSync(path.join(folder, 'notes.txt'), '<p')
    const { status, found } = check(folder)
    assert.notEqual(status, 0)
    for (const fault of ['Duplicate ID', '“a”', 'not allowed as child of element “ul”', 'alt', 'role']) assert.ok(found.some((finding) => finding.includes(fault)), `${fault} in ${found.join('\n')}`)
    assert.ok(found.every((finding) => finding.startsWith('under/index.html:')), found.join('\n'))
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
