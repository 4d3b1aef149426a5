// The register A–Ö in the order of Swedish, as Node's own ICU has it. AC33.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')

const site = process.env.VAV_SITE || path.resolve(__dirname, '../../build/site')
const { compare } = new Intl.Collator('sv', { sensitivity: 'base', numeric: true })

const unescape = (text) => text.replace(/<[^>]*>/g, '').replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&#39;/g, "'").replace(/&amp;/g, '&').trim()
// [letter, [entry, …]]: what stands first in each line of the register.
const registerOf = (html) => html.split('<h2').slice(1).filter((part) => part.includes('class="cols"')).map((part) => [
  unescape(part.match(/>([^<]*)<\/h2>/)[1]),
  [...part.split('</ul>')[0].matchAll(/<li>(.*?)<\/li>/gs)].map(([, line]) => unescape(line.match(/^(?:<a[^>]*>(.*?)<\/a>|(.*?), \p{L}+ <a)/su)?.slice(1).find(Boolean) ?? line))
])
const misplaced = (words) => words.flatMap((word, i) => i && compare(words[i - 1], word) > 0 ? [`${word} after ${words[i - 1]}`] : [])

test('AC33 the register is in Swedish order', () => {
  const register = registerOf(fs.readFileSync(path.join(site, 'a-o/index.html'), 'utf8'))
  assert.ok(register.flatMap(([, words]) => words).length > 200)
  assertNone([...misplaced(register.map(([letter]) => letter)), ...register.flatMap(([, words]) => misplaced(words))])
})

test('AC33 red twin: å before z, w as another v, a capital apart', () => {
  assert.deepEqual(misplaced(['ande', 'Båt', 'cykel', 'Zebra', 'åker', 'ä', 'ö']), [])
  for (const words of [['åker', 'zebra'], ['ö', 'ä'], ['cykel', 'Båt']]) assert.equal(misplaced(words).length, 1, words.join(' '))
  assert.deepEqual(registerOf('<h2 id="a">A</h2><ul class="cols"><li>Alias, se <a href="b">B</a></li><li><a href="a">Å &amp; <b>ä</b></a> <span>x</span></li></ul>'), [['A', ['Alias', 'Å & ä']]])
})
