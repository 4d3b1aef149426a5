// One visit to every page, of the generated ones to a tenth: what its elements say, what axe-core finds, and how it does at 320 px, with
// large text and with spaced text.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { useShell, withSite, withPages } = require('./site.js')
const { violations } = require('./axe.js')
const { rules, judge } = require('./page_rules.js')
const { judgeLayout } = require('./layout_rules.js')

useShell()

const AXE = 'AC02 AC15 axe finds nothing'
const STORED = 'AC43 nothing is stored'

// Two pages at a time: each has a process of its own in the browser.
const visitAll = async (open, site) => {
  const result = { visited: [], titles: new Map(), faults: [], found: {} }
  const swedish = site.titles('sv')
  const english = site.titles('en')
  const todo = site.judged()
  const work = async () => {
    const page = await open()
    for (let file = todo.shift(); file; file = todo.shift()) {
      await page.goto(site.address(file))
      const found = { ...await judge(page, { ...site.about(file), swedish, english }), [AXE]: await violations(page), ...await judgeLayout(page) }
      // Looked at once more at the end: storing takes its time.
      Object.assign(found, await judge(page, {}, [STORED]))
      for (const [rule, faults] of Object.entries(found)) (result.found[rule] ??= []).push(...faults.map((fault) => `${file}: ${fault}`))
      const title = await page.title()
      result.titles.set(title, [...(result.titles.get(title) ?? []), file])
      result.visited.push(file)
    }
    result.faults.push(...page.faults)
  }
  await Promise.all([work(), work()])
  return result
}

let visit
test.before(async () => { visit = await withSite(visitAll) })

test('every page was visited, and a tenth of the generated ones', () => withSite((_, site) => {
  assertNone(site.pages.filter((file) => !site.isGenerated(file) && !visit.visited.includes(file)))
  const [all, some] = [site.pages, visit.visited].map((files) => files.filter((file) => site.isGenerated(file)).length)
  assert.ok(visit.visited.length > 50 && all > 50 && some >= all / 20, `${visit.visited.length} pages; ${some} of ${all} generated ones`)
}))
test('AC43 AC44 no error, no warning, no foreign request, no breach of the policy', () => assertNone(visit.faults))
test('AC05 no two pages have one title', () => assertNone([...visit.titles].filter(([, files]) => files.length > 1).map(([title, files]) => `${title}: ${files}`)))
for (const rule of [...Object.keys(rules), AXE, 'AC17 reflow at 320 x 256', 'AC17 words of headings break where they may', 'AC18 text at 200 %', 'AC18 text spaced out']) {
  test(rule, () => assertNone(visit.found[rule]))
}

// rule: [what stands in the body of a page that breaks it, what is said of that, …]
const twins = {
  'AC03 languages are marked': ['<p>The page that you are reading was written with care and patience.</p>', 'marked as sv', '<p lang="en">Rapport 2026:5, Samverkan för välfärden och kvinnors villkor</p>', 'marked as en', '<p lang="en">Titel</p>', 'the Swedish title'],
  [AXE]: ['<img src="x.png">', 'image-alt', '<button></button>', 'button-name'],
  'AC04 headings in order': ['<h1>a</h1><h3>b</h3>', 'H3 after H1', '<h2>a</h2><h1>b</h1>', 'the first heading', '<h1>a</h1><h1>b</h1>', 'not one h1'],
  'AC05 the title is the heading and the site': ['<h1>Något annat</h1>', '"Sida – Prov"'],
  'AC06 landmarks': ['<nav></nav>', 'nav without a name', '<nav aria-label="a"></nav><nav aria-label="a"></nav>', 'two navs', '<main></main><main></main>', 'not one main',
    '<header></header><header></header>', '2 header', '<form><input type="search"></form>', 'no search landmark', '<p>x</p>', 'outside of all'],
  'AC07 tables have a name and headers': ['<table><tr><td>1</td></tr></table>', 'no name', '<table aria-label="a"><tr><td>1</td></tr></table>', 'no header', '<table aria-label="a"><tr><th>1</th></tr></table>', 'th without scope'],
  'AC08 images say what they show': ['<img src="x.svg">', 'no alt', '<img src="x.svg" alt="IMG_1.png">', 'a file name', '<svg></svg>', 'neither hidden'],
  'AC09 links say where they lead': ['<a href="b.html">Läs mer</a>', '"Läs mer"', '<a href="b.html">https://example.org</a>', 'a bare address', '<a href="b.html">www.example.org</a>', 'a bare address', '<a href="b.html">example.org/a/b-c.pdf</a>', 'a bare address', '<a href="b.html"></a>', 'no text',
    '<ul><li><a href="b.html">Träff</a></li><li><a href="c.html">Träff</a></li></ul>', 'two places'],
  'AC10 no false headings and lists': ['<main><div class="prose"><p><strong>Rubrik</strong></p></div></main>', 'bold instead', '<main><p>- ett<br>- två</p></main>', 'a list in'],
  'AC12 no order of its own for the keyboard': ['<a href="b.html" tabindex="2">b</a>', 'tabindex="2"'],
  'AC16 the current page is marked': ['<header><nav><a href="index.html">Här</a></nav></header>', 'not marked', '<nav class="crumbs"><ol><li>a</li></ol></nav>', 'the last step'],
  'AC34 no English words of an interface': ['<p>Read more</p>', 'Read more', '<nav aria-label="Main menu"></nav>', 'Main menu'],
  'AC36 where the page comes from': ['<h1>x</h1>', 'nobody is responsible', '<h1>x</h1>', 'no breadcrumb', '<h1>x</h1>', 'no date of publication', '<h1>x</h1>', 'not the date of the last change'],
  'AC37 contents from three headings, and fragments that lead somewhere': ['<main><nav class="crumbs"></nav><h2>a</h2><h2>b</h2><h2>c</h2></main>', '3 h2 and no contents', '<main><nav class="toc"><a href="#z">z</a></nav></main>', 'leads nowhere',
    '<main><nav class="toc"><a href="#a">a</a><a href="#c">c</a></nav><h2 id="a">a</h2><h2 id="b">b</h2><h2 id="c">c</h2></main>', 'not in the contents: b'],
  'AC38 the footer leads to the accessibility statement': ['<footer><a href="b.html">Kontakt</a></footer>', 'no link'],
  'AC41 downloads tell their name, type and size': ['<a href="rapport.pdf">Rapporten</a>', 'rapport.pdf'],
  [STORED]: [null, 'localStorage', null, 'sessionStorage', null, 'IndexedDB'],
  'AC17 reflow at 320 x 256': ['<pre>' + 'x'.repeat(300) + '</pre>', 'px wide', '<div class="wide"><p>' + 'x'.repeat(300) + '</p></div>', 'no named region'],
  'AC17 words of headings break where they may': ['<h1>Arbetsmarknadsutbildningsansvariga</h1>', '"Arbetsmarknadsutbildningsansvariga"', '<h1>Arbets\u00admarknadsutbildningsansvarigautanomsvep</h1>', '"marknads'],
  'AC18 text at 200 %': ['<div class="low"><p>Text som är <br> på två <br> rader</p></div>', 'cut off', '<p class="broad">bred</p>', 'px wide'],
  'AC18 text spaced out': ['<p class="exact">En rad som nätt och jämnt får plats här inne i rutan</p>', 'cut off']
}
const styles = 'h1 { overflow-wrap: anywhere } .wide { overflow-x: auto } .low { height: 5rem; overflow: hidden } .low p { font-size: 1.5rem } .broad { width: 50rem } .exact { width: 24rem; overflow: hidden; white-space: nowrap; font-size: 1rem }'
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
    const manifest = { pages: Object.fromEntries(pairs.map(([file]) => [file, { kind: 'page', title: 'Titel', lang: 'sv', updated: '2026-01-15' }])) }
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
