// html-validate over every page of the built site.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { HtmlValidate } = require('html-validate')

const site = process.env.VAV_SITE || path.resolve(__dirname, '../../build/site')
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // How the source is written is the generator's own affair: readers and validators see the same page.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // Titles may reach 90 characters here (AC05), which the site checks count.
    'long-title': 'off',
    // No integrity on file://: browsers refuse such files there (interface.md).
    'require-sri': 'off',
    // No break inside numbers is a matter of the wording checks.
    'tel-non-breaking': 'off',
    'allowed-links': ['error', { allowAbsolute: false }],
    // A box that scrolls is a div with role=region, tabindex=0 and a name (AC17).
    'prefer-native-element': ['error', { exclude: ['region'] }],
    'no-inline-style': 'error',
    'no-missing-references': 'error'
  }
})

const messages = (report, name) => report.results.flatMap((result) => result.messages)
  .map((message) => `${name}:${message.line}:${message.column}: ${message.ruleId}: ${message.message}`)

const validate = async (html, name) => messages(await validator.validateString(html, `${name}`), name)

test('every page is valid', async () => {
  const files = fs.readdirSync(site, { recursive: true }).filter((file) => file.endsWith('.html')).sort()
  assert.ok(files.length > 50, `${files.length} pages in ${site}`)
  const found = []
  for (const file of files) found.push(...await validate(fs.readFileSync(path.join(site, file), 'utf8'), file))
  assertNone(found)
})

test('red twin: the faults of a bad page are found', async () => {
  const found = (await validate(`<!doctype html><html lang="sv"><head><title>x</title></head><body><p><div>x</div></p>
    <a href="/x.html">x</a><b style="color:red">x</b><img src="x.png"><label for="saknas">x</label><i id="a"></i><i id="a"></i><button>x</button></body></html>`, 'bad')).join('\n')
  for (const rule of ['element-permitted-content|no-implicit-close|close-order', 'allowed-links', 'no-inline-style', 'wcag/h37', 'no-missing-references',
    'no-dup-id', 'no-implicit-button-type']) {
    assert.match(found, new RegExp(rule))
  }
})
