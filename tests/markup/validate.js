// What html-validate says of a page, and of every page of a built site.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const { HtmlValidate } = require('html-validate')

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
    // Lists may have names, as navs have (ARIA 1.2).
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'no-inline-style': 'error',
    'no-missing-references': 'error'
  }
})

// Servers show 404.html at any depth: its links begin at their root when vav.yaml says where the site is published.
const fromTheRoot = (name, message) => name === '404.html' && message.ruleId === 'allowed-links' && /absolute/i.test(message.message)

const messages = (report, name) => report.results.flatMap((result) => result.messages)
  .filter((message) => !fromTheRoot(name, message))
  .map((message) => `${name}:${message.line}:${message.column}: ${message.ruleId}: ${message.message}`)

const validate = async (html, name) => messages(await validator.validateString(html, `${name}`), name)

async function validateSite (folder) {
  const files = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html')).sort()
  const found = []
  for (const file of files) found.push(...await validate(fs.readFileSync(path.join(folder, file), 'utf8'), file))
  return { count: files.length, found }
}

module.exports = { validate, validateSite }
