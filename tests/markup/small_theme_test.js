// html-validate over the second knowledge base in the very small theme of tests/themes/small.
'use strict'
const { execFileSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { validateSite } = require('./validate.js')

const root = path.resolve(__dirname, '../..')
const vav = process.env.VAV || path.join(root, 'build/bin/vav')

test('AC01 every page is valid in a theme of six files', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-small-theme-'))
  execFileSync(vav, ['build', path.join(root, 'tests/sites/citizens-assembly/content'), '--theme', path.join(root, 'tests/themes/small'),
    '--out', path.join(folder, 'site'), '--today', '2026-01-15'])
  const { count, found } = await validateSite(path.join(folder, 'site'))
  fs.rmSync(folder, { recursive: true })
  assert.ok(count > 40, `${count} pages`)
  assertNone(found)
})
