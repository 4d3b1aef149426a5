// html-validate over every page of the built site.
'use strict'
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { validate, validateSite } = require('./validate.js')

const site = process.env.VAV_SITE || path.resolve(__dirname, '../../build/site')
test('AC01 AC44 AC45 every page is valid', async () => {
  const { count, found } = await validateSite(site)
  assert.ok(count > 50, `${count} pages in ${site}`)
  assertNone(found)
})

test('AC01 AC44 AC45 red twin: the faults of a bad page are found', async () => {
  const found = (await validate(`<!doctype html><html lang="sv"><head><title>x</title></head><body><p><div>x</div></p>
    <a href="/x.html">x</a><b style="color:red">x</b><img src="x.png"><label for="saknas">x</label><i id="a"></i><i id="a"></i><button>x</button></body></html>`, 'bad')).join('\n')
  for (const rule of ['element-permitted-content|no-implicit-close|close-order', 'allowed-links', 'no-inline-style', 'wcag/h37', 'no-missing-references',
    'no-dup-id', 'no-implicit-button-type']) {
    assert.match(found, new RegExp(rule))
  }
})
