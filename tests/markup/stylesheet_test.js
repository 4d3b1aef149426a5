// stylelint over the stylesheets of the default theme: AC13, AC18, AC21, AC24, and what no stylesheet of ours fetches; and whether they
// know every class that the pages use.
'use strict'
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')

const folder = path.resolve(__dirname, '../../themes/vav/static')
const site = process.env.VAV_SITE || path.resolve(__dirname, '../../build/site')

// An outline that is taken away must be given back where the focus is: only :focus:not(:focus-visible) may go without, and paper.
const withoutOutline = (stylelint) => {
  const name = 'vav/outline-kept'
  const messages = stylelint.utils.ruleMessages(name, { rejected: (selector) => `${selector} takes the outline away (AC13)` })
  const rule = (on) => (root, result) => {
    if (!on) return
    root.walkDecls(/^outline(-style|-width)?$/, (declaration) => {
      if (!/^(none|0(px|rem|em)?|hidden)\b/.test(declaration.value)) return
      const rule = declaration.parent
      if (/:focus:not\(:focus-visible\)/.test(rule.selector ?? '')) return
      for (let outer = rule.parent; outer; outer = outer.parent) if (outer.name === 'media' && /^print\b/.test(outer.params)) return
      stylelint.utils.report({ result, ruleName: name, message: messages.rejected(rule.selector), node: declaration, word: declaration.value })
    })
  }
  return Object.assign(stylelint.createPlugin(name, Object.assign(rule, { ruleName: name, messages })))
}

const lint = async (code, name) => {
  const { default: stylelint } = await import('stylelint')
  const { results } = await stylelint.lint({
    code,
    config: {
      plugins: [withoutOutline(stylelint)],
      reportNeedlessDisables: true,
      rules: {
        'vav/outline-kept': true,
        'declaration-property-value-disallowed-list': { 'text-align': ['justify'], 'text-align-last': ['justify'] },
        // AC18: text grows with the reader's own size. The tokens of type are custom properties that begin with --t-.
        'declaration-property-unit-disallowed-list': { 'font-size': ['px'], font: ['px'], 'line-height': ['px'], '/^--t-/': ['px'] },
        'function-url-scheme-disallowed-list': ['http', 'https', 'data'],
        'at-rule-disallowed-list': ['import'],
        'block-no-empty': true,
        'color-no-invalid-hex': true,
        'declaration-block-no-duplicate-properties': [true, { ignore: ['consecutive-duplicates-with-different-values'] }],
        'font-family-no-missing-generic-family-keyword': true,
        'function-calc-no-unspaced-operator': true,
        'no-invalid-double-slash-comments': true,
        'property-no-unknown': true,
        'selector-pseudo-class-no-unknown': true,
        'selector-pseudo-element-no-unknown': true,
        'unit-no-unknown': true
      }
    }
  })
  return results.flatMap(({ warnings }) => warnings.map(({ line, column, rule, text }) => `${name}:${line}:${column}: ${rule}: ${text}`))
}

test('AC13 AC18 AC21 the stylesheets keep outlines, set no type in px, justify nothing', async () => {
  const files = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.css'))
  assert.ok(files.length > 0)
  const found = []
  for (const file of files) found.push(...await lint(fs.readFileSync(path.join(folder, file), 'utf8'), file))
  assertNone(found)
})

const twins = [
  ['a:focus { outline: none }', 'vav/outline-kept'],
  ['button { outline: 0 }', 'vav/outline-kept'],
  ['.x { outline-style: none }', 'vav/outline-kept'],
  ['p { font-size: 15px }', 'declaration-property-unit-disallowed-list'],
  ['p { font: 700 15px/1.2 serif }', 'declaration-property-unit-disallowed-list'],
  [':root { --t-small: 12px }', 'declaration-property-unit-disallowed-list'],
  ['p { text-align: justify }', 'declaration-property-value-disallowed-list'],
  ['a { background: url(https://elsewhere.invalid/x.png) }', 'function-url-scheme-disallowed-list'],
  ['@import "other.css";', 'at-rule-disallowed-list'],
  ['p { colour: red }', 'property-no-unknown']
]
test('AC13 AC18 AC21 red twin: stylesheets with these faults are caught', async () => {
  for (const [code, rule] of twins) {
    const found = await lint(code, 'twin.css')
    assert.ok(found.some((finding) => finding.includes(rule)), `${code}: ${found}`)
  }
  assertNone(await lint('a:focus:not(:focus-visible) { outline: none }\n@media print { a { outline: 0 } }', 'sound.css'))
})

// Classes of the pages that no rule of their stylesheets names: parts that were forgotten look like it. Some only say what something is.
const NAMES_ALONE = new Set(['for', 'claims', 'external', 'language-text'])
const unknownClasses = (folder) => {
  const files = fs.readdirSync(folder, { recursive: true })
  const read = (file) => fs.readFileSync(path.join(folder, file), 'utf8')
  const rules = files.filter((file) => file.endsWith('.css')).map(read).join('').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\{[^{}]*\}/g, '{}')
  const known = new Set([...rules.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].map(([, name]) => name))
  const found = new Map()
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    for (const [, names] of read(file).matchAll(/\sclass="([^"]*)"/g)) {
      for (const name of names.split(/\s+/).filter(Boolean)) if (!known.has(name) && !NAMES_ALONE.has(name) && !found.has(name)) found.set(name, file)
    }
  }
  return [...found].map(([name, file]) => `.${name} of ${file}`)
}

test('the stylesheet knows every class of the pages', () => assertNone(unknownClasses(site)))

test('red twin: a class without a rule', () => {
  const twin = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-twin-'))
  try {
    fs.writeFileSync(path.join(twin, 'a.css'), '/* .gone {} */ .known > p { margin: .5em } @media print { .paper { color: #000 } }')
    fs.writeFileSync(path.join(twin, 'a.html'), '<p class="known paper for"></p><p class="gone known"></p><p class="half"></p>')
    assert.deepEqual(unknownClasses(twin), ['.gone of a.html', '.half of a.html'])
  } finally {
    fs.rmSync(twin, { recursive: true })
  }
})
