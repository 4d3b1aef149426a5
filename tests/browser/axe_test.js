// axe-core: one page of each template dark and narrow, and a page of hits. Every page light and wide is judged in every_page_test.js,
// in the same visit as by the other rules.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { useShell, withSite, withPages, onAll } = require('./site.js')
const { violations, violationsInBoth } = require('./axe.js')

useShell()

const looks = { dark: [{ colorScheme: 'dark' }, violations], 'at 320 px, its colours in both schemes': [{ viewport: { width: 320, height: 640 } }, violationsInBoth] }
for (const [look, [options, judge]] of Object.entries(looks)) {
  test(`AC02 AC15 AC19 axe finds nothing: one page of each template, ${look}`, () => withSite(async (open, site) => {
    const files = site.templates()
    assert.ok(files.length > 10, files.join(' '))
    assertNone(await onAll(open, site, files, options, judge))
  }))
}

for (const [look, options] of Object.entries({ light: {}, dark: { colorScheme: 'dark' } })) {
  test(`AC02 axe finds nothing on a page of hits, ${look}`, () => withSite(async (open, site) => {
    const page = await open(options)
    await page.goto(site.address('sok/index.html?q=arbetsmiljö'))
    await page.locator('#search-hits > li').first().waitFor()
    assertNone(await violations(page))
  }))
}

test('AC02 AC15 AC19 red twin: axe finds the faults of a bad page', () => withPages({
  'index.html': `<!doctype html><html><head></head><body><h3>x</h3><img src="x.png"><input><a href="x"></a>
    <p style="color:#aaa;background:#fff">blek</p><button></button><div role="knapp">x</div><table><tr><th></th></tr></table>
    <div><button style="width:12px;height:12px;padding:0">a</button><button style="width:12px;height:12px;padding:0">b</button></div></body></html>`
}, async (open, site) => {
  const found = await onAll(open, site, ['index.html'], {}, violations)
  const ids = found.map((violation) => violation.split(': ')[1])
  for (const id of ['document-title', 'html-has-lang', 'image-alt', 'label', 'link-name', 'color-contrast', 'button-name', 'aria-roles', 'target-size']) {
    assert.ok(ids.includes(id), `${id} in ${ids}`)
  }
}))

test('AC02 AC19 red twin: what only the dark colours or the narrow window break, or both together, is found there', () => withPages({
  'index.html': `<!doctype html><html lang="sv"><meta name="viewport" content="width=device-width"><title>x</title><style>
    @media (prefers-color-scheme: dark) { .a { color: #555; background: #000 } } @media (max-width: 400px) { .b { color: #bbb; background: #fff } }
    @media (max-width: 400px) and (prefers-color-scheme: dark) { .c { color: #444; background: #000 } }
    </style><main><h1>x</h1><p class="a">dunkel</p><p class="b">blek</p><p class="c">båda</p></main></html>`
}, async (open, site) => {
  const found = ([options, judge]) => onAll(open, site, ['index.html'], options, judge)
  assertNone(await found([{}, violations]))
  const [dark, narrow] = await Promise.all(Object.values(looks).map(found))
  assert.ok(dark.length === 1 && dark[0].includes('color-contrast') && dark[0].includes('dunkel'), dark.join('\n'))
  assert.ok(narrow.length === 2 && narrow[0].includes('color-contrast') && narrow[0].includes('blek'), narrow.join('\n'))
  assert.match(narrow[1], /dark: color-contrast: .*\(3\)/)
}))
