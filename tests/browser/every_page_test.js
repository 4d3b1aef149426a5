// One visit to every page: what its elements say, and how it does at 320 px, with large text and with spaced text.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { withSite, withPages } = require('./site.js')
const { rules, judge } = require('./page_rules.js')
const { judgeLayout } = require('./layout_rules.js')

const visitAll = async (open, site) => {
  const page = await open()
  const result = { visited: 0, titles: new Map(), faults: page.faults, found: {} }
  for (const file of site.pages) {
    await page.goto(site.address(file))
    const found = { ...await judge(page, site.about(file)), ...await judgeLayout(page) }
    for (const [rule, faults] of Object.entries(found)) (result.found[rule] ??= []).push(...faults.map((fault) => `${file}: ${fault}`))
    const title = await page.title()
    result.titles.set(title, [...(result.titles.get(title) ?? []), file])
    result.visited++
  }
  return result
}

let visit
test.before(async () => { visit = await withSite(visitAll) })

test('every page was visited', () => assert.ok(visit.visited > 50, `${visit.visited} pages`))
test('AC43 AC44 no error, no warning, no foreign request, no breach of the policy', () => assertNone(visit.faults))
test('AC05 no two pages have one title', () => assertNone([...visit.titles].filter(([, files]) => files.length > 1).map(([title, files]) => `${title}: ${files}`)))
for (const rule of [...Object.keys(rules), 'AC17 reflow at 320 x 256', 'AC18 text at 200 %', 'AC18 text spaced out']) {
  test(rule, () => assertNone(visit.found[rule]))
}

// rule: [what stands in the body of a page that breaks it, what is said of that, …]
const twins = {
  'AC03 languages are marked': ['<p>The page that you are reading was written with care and patience.</p>', 'marked as sv'],
  'AC04 headings in order': ['<h1>a</h1><h3>b</h3>', 'H3 after H1', '<h2>a</h2><h1>b</h1>', 'the first heading', '<h1>a</h1><h1>b</h1>', 'not one h1'],
  'AC05 the title is the heading and the site': ['<h1>Något annat</h1>', '"Sida – Prov"'],
  'AC06 landmarks': ['<nav></nav>', 'nav without a name', '<nav aria-label="a"></nav><nav aria-label="a"></nav>', 'two navs', '<main></main><main></main>', 'not one main',
    '<header></header><header></header>', '2 header', '<form><input type="search"></form>', 'no search landmark', '<p>x</p>', 'outside of all'],
  'AC07 tables have a name and headers': ['<table><tr><td>1</td></tr></table>', 'no name', '<table aria-label="a"><tr><td>1</td></tr></table>', 'no header', '<table aria-label="a"><tr><th>1</th></tr></table>', 'th without scope'],
  'AC08 images say what they show': ['<img src="x.svg">', 'no alt', '<img src="x.svg" alt="IMG_1.png">', 'a file name', '<svg></svg>', 'neither hidden'],
  'AC09 links say where they lead': ['<a href="b.html">Läs mer</a>', '"Läs mer"', '<a href="b.html">https://example.org</a>', 'a bare address', '<a href="b.html"></a>', 'no text',
    '<ul><li><a href="b.html">Träff</a></li><li><a href="c.html">Träff</a></li></ul>', 'two places'],
  'AC10 no false headings and lists': ['<main><div class="prose"><p><strong>Rubrik</strong></p></div></main>', 'bold instead', '<main><p>- ett<br>- två</p></main>', 'a list in'],
  'AC12 no order of its own for the keyboard': ['<a href="b.html" tabindex="2">b</a>', 'tabindex="2"'],
  'AC16 the current page is marked': ['<header><nav><a href="index.html">Här</a></nav></header>', 'not marked', '<nav class="crumbs"><ol><li>a</li></ol></nav>', 'the last step'],
  'AC34 no English words of an interface': ['<p>Read more</p>', 'Read more', '<nav aria-label="Main menu"></nav>', 'Main menu'],
  'AC36 where the page comes from': ['<h1>x</h1>', 'nobody is responsible', '<h1>x</h1>', 'no breadcrumb', '<h1>x</h1>', 'no date of publication', '<h1>x</h1>', 'not the date of the last change'],
  'AC37 contents from three headings, and fragments that lead somewhere': ['<main><nav class="crumbs"></nav><h2>a</h2><h2>b</h2><h2>c</h2></main>', '3 h2 and no contents', '<main><nav class="toc"><a href="#z">z</a></nav></main>', 'leads nowhere'],
  'AC38 the footer leads to the accessibility statement': ['<footer><a href="b.html">Kontakt</a></footer>', 'no link'],
  'AC41 downloads tell their name, type and size': ['<a href="rapport.pdf">Rapporten</a>', 'rapport.pdf'],
  'AC43 nothing is stored': [null, 'localStorage', null, 'sessionStorage', null, 'IndexedDB'],
  'AC17 reflow at 320 x 256': ['<pre>' + 'x'.repeat(300) + '</pre>', 'px wide', '<div class="wide"><p>' + 'x'.repeat(300) + '</p></div>', 'no named region'],
  'AC18 text at 200 %': ['<div class="low"><p>Text som är <br> på två <br> rader</p></div>', 'cut off', '<p class="broad">bred</p>', 'px wide'],
  'AC18 text spaced out': ['<p class="exact">En rad som nätt och jämnt får plats här inne i rutan</p>', 'cut off']
}
const styles = '.wide { overflow-x: auto } .low { height: 5rem; overflow: hidden } .low p { font-size: 1.5rem } .broad { width: 50rem } .exact { width: 24rem; overflow: hidden; white-space: nowrap; font-size: 1rem }'
const page = (body) => `<!doctype html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sida – Prov</title><link rel="stylesheet" href="x.css">${body ?? '<script src="x.js"></script>'}</html>`

for (const rule of Object.keys(twins)) {
  test(`${rule}: red twin`, () => {
    const pages = {}
    const pairs = []
    for (let i = 0; i < twins[rule].length; i += 2) {
      const file = i === 0 ? 'index.html' : `${i}/index.html`
      pages[file] = page(twins[rule][i]).replaceAll('href="x.css"', `href="${i ? '../' : ''}x.css"`).replaceAll('src="x.js"', `src="${i ? '../' : ''}x.js"`)
      pairs.push([file, twins[rule][i + 1]])
    }
    const manifest = { pages: Object.fromEntries(pairs.map(([file]) => [file, { kind: 'page', updated: '2026-01-15' }])) }
    return withPages({ ...pages, 'manifest.json': JSON.stringify(manifest), 'x.css': styles, 'x.js': "localStorage.a = 'b'; sessionStorage.a = 'b'; indexedDB.open('a')" }, async (open, site) => {
      const { found } = await visitAll(open, site)
      for (const [file, fault] of pairs) assert.ok(found[rule].some((one) => one.startsWith(`${file}:`) && one.includes(fault)), `${file} ${fault}: ${found[rule].join('\n')}`)
    })
  })
}

test('AC48 every rule has its red twin', () => assert.deepEqual(Object.keys(visit.found).filter((rule) => !twins[rule]), []))

test('AC43 AC44 red twin: errors, foreign requests and breaches of the policy are caught', () => withPages({
  'index.html': `<!doctype html><html lang="sv"><meta charset="utf-8"><title>x</title>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
    <h1>x</h1><p style="width:900px">bred</p><img src="https://elsewhere.invalid/x.png"><script src="x.js"></script>`,
  'b/index.html': '<!doctype html><html lang="sv"><meta charset="utf-8"><title>x</title><h1>x</h1><img src="https://elsewhere.invalid/x.png" alt="x">',
  'x.js': "throw new Error('deliberate')"
}, async (open, site) => {
  const { faults, titles } = await visitAll(open, site)
  for (const part of ['error: deliberate', 'policy: img-src', 'policy: style-src', 'b/index.html: request: https://elsewhere.invalid/x.png']) {
    assert.ok(faults.some((fault) => fault.includes(part)), `${part} in ${faults}`)
  }
  assert.equal(titles.get('x').length, 2)
}))
