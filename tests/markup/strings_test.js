// The words of the theme: every key in Swedish and in English, each with text, and the same places to fill in. AC34.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const yaml = require('yaml')
const assertNone = require('../none.js')

const folder = path.resolve(__dirname, '../../themes/vav')
const read = (language) => yaml.parse(fs.readFileSync(path.join(folder, `strings/${language}.yaml`), 'utf8'))
const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ')

const stringFaults = (sv, en) => [
  ...Object.keys(sv).filter((key) => !(key in en)).map((key) => `${key} has no English`),
  ...Object.keys(en).filter((key) => !(key in sv)).map((key) => `${key} has no Swedish`),
  ...Object.entries({ ...sv, ...en }).filter(([key]) => [sv, en].some((strings) => key in strings && !String(strings[key] ?? '').trim())).map(([key]) => `${key} is empty`),
  ...Object.keys(sv).filter((key) => key in en && places(String(sv[key])) !== places(String(en[key]))).map((key) => `${key}: other places to fill in`)
]

// Words between tags, or in attributes that are read out, that are in the template itself.
const wordsIn = (template) => {
  const bare = template.replace(/\{#.*?#\}/gs, '').replace(/\{% block \w*class %\}.*?\{% endblock %\}/gs, '').replace(/<svg.*?<\/svg>/gs, '').replace(/<[^>]*?\{%.*?%\}[^>]*>/gs, '').replace(/\{%.*?%\}|\{\{.*?\}\}/gs, '').replace(/<!.*?>/gs, '')
  const spoken = [...template.matchAll(/(?:aria-label|title|placeholder|alt)="([^"{]*\p{L}{2,}[^"{]*)"/gu)].map((match) => match[1])
  // Types of files are called the same in every language.
  return [...bare.replace(/<[^>]*>/gs, ' ').matchAll(/\p{L}{2,}/gu)].map((match) => match[0]).filter((word) => !/^(CSV|JSON|PDF)$/.test(word)).concat(spoken)
}

test('AC34 the words of the theme have the same keys in Swedish and English', () => {
  const [sv, en] = [read('sv'), read('en')]
  assert.ok(Object.keys(sv).length > 50)
  assertNone(stringFaults(sv, en))
})

test('AC34 no template holds words of its own', () => {
  const templates = fs.readdirSync(path.join(folder, 'templates'), { recursive: true }).filter((file) => file.endsWith('.html'))
  assert.ok(templates.length > 10)
  assertNone(templates.flatMap((file) => wordsIn(fs.readFileSync(path.join(folder, 'templates', file), 'utf8')).map((word) => `${file}: ${word}`)))
})

test('AC34 red twin: missing keys, empty words, other places, words in a template', () => {
  assert.deepEqual(stringFaults({ a: 'x', b: '', c: '{0}' }, { b: 'y', c: 'z', d: 'w' }), ['a has no English', 'd has no Swedish', 'b is empty', 'c: other places to fill in'])
  assert.deepEqual(wordsIn('{# not this #}<p class="x">{{ strings.a }} Read more</p><nav aria-label="Menu"></nav>'), ['Read', 'more', 'Menu'])
})
