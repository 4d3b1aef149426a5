// Two knowledge bases of the tests in the theme that comes with vav: words and tables that are too large, outdated pages, paper, and
// what assistive technology is told of each template. UPDATE_EXPECTED=1 writes expected/ anew: read the whole diff then.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { useShell, withSite, withPages, weave } = require('./site.js')
const { judgeLayout } = require('./layout_rules.js')

useShell()

const woven = {}
const folderOf = (name) => woven[name] ??= weave({ hard: 'tests/browser/hard/content', assembly: 'tests/sites/citizens-assembly/content' }[name])
const withWoven = (name, work) => withSite(work, folderOf(name))
const expectedFile = (name) => path.join(__dirname, 'expected', name)
const assertExpected = (name, text) => {
  const file = expectedFile(name)
  if (process.env.UPDATE_EXPECTED) {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
  }
  assert.equal(text, fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '', `${name} has changed; if that is meant: UPDATE_EXPECTED=1`)
}

test('AC17 AC18 words of 34 letters, ten columns, long code: nothing sticks out', () => withWoven('hard', async (open, site) => {
  const page = await open()
  const found = []
  for (const file of site.pages) {
    await page.goto(site.address(file))
    for (const [rule, faults] of Object.entries(await judgeLayout(page))) found.push(...faults.map((fault) => `${file}: ${rule}: ${fault}`))
  }
  // The fixture is as hard as it should be.
  await page.setViewportSize({ width: 320, height: 256 })
  await page.goto(site.address('bred/index.html'))
  assert.equal(await page.locator('main table tr').first().locator('th').count(), 10)
  assert.ok((await page.locator('h1').innerText()).split(' ')[0].replaceAll('\u00ad', '').length === 34)
  const regions = page.locator('main [role=region]')
  assert.ok(await regions.evaluateAll((boxes) => boxes.some((box) => box.scrollWidth > box.clientWidth + 100)), 'the table does not scroll in its box')
  assertNone(found)
}))

// AC39: in words, before the first h2, with the way to what replaces the page.
const noticeFaults = (page) => page.evaluate(() => {
  const notice = [...document.querySelectorAll('main p, main div, main aside')].find((element) => /^(Inaktuell|Outdated)/.test(element.textContent.trim()) && element.matches('p, .notice'))
  if (!notice) return ['no notice']
  const faults = []
  if (!notice.querySelector('a[href]')) faults.push('the notice leads nowhere')
  for (const link of notice.querySelectorAll('a[href]')) if (/[\p{L}.,]$/u.test(link.previousSibling?.data ?? '')) faults.push('the way sticks to the word before it')
  const heading = [...document.querySelectorAll('h2')].find((one) => one.closest('main') && !one.closest('nav'))
  if (heading && !(heading.compareDocumentPosition(notice) & Node.DOCUMENT_POSITION_PRECEDING)) faults.push('the notice comes after an h2')
  if (!notice.checkVisibility() || notice.getBoundingClientRect().height < 20) faults.push('the notice is not seen')
  return faults
})

test('AC39 a page that is outdated says so, and leads to what replaces it', async () => {
  const cases = [['hard', 'moten/gammalt/index.html', 'moten/nytt/index.html'], ['assembly', 'recommendations/flat-surcharge/index.html', 'recommendations/price-steps/index.html']]
  for (const [name, old, replacing] of cases) {
    await withWoven(name, async (open, site) => {
      const page = await open()
      await page.goto(site.address(old))
      assertNone(await noticeFaults(page))
      await page.locator('main .notice a').first().click()
      assert.equal(site.fileOf(page.url()), replacing)
      assert.deepEqual(await noticeFaults(page), ['no notice'])
      assert.ok(await page.locator(`main a[href*="${old.split('/')[1]}/"]`).count() > 0, 'no way back to what it replaces')
    })
  }
})

test('AC39 red twin: a notice that comes late and leads nowhere', () => withPages({
  'index.html': '<main><h2>a</h2><p>Inaktuell.</p></main>', 'b/index.html': '<main><p class="notice">Inaktuell. Se även<a href="../index.html">den nya</a></p><h2>a</h2></main>'
}, async (open, site) => {
  const page = await open()
  await page.goto(site.address('b/index.html'))
  assert.ok((await noticeFaults(page)).includes('the way sticks to the word before it'))
  await page.goto(site.address('index.html'))
  assert.deepEqual(await noticeFaults(page), ['the notice leads nowhere', 'the notice comes after an h2', 'the notice is not seen'])
}))

test('AC28 a hit that is outdated says so', () => withWoven('hard', async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html?q=mötet'))
  await page.locator('#search-hits > li').first().waitFor()
  const hit = page.locator('#search-hits > li', { hasText: 'Det gamla mötet' })
  assert.match(await hit.innerText(), /Inaktuell/)
  assert.doesNotMatch(await page.locator('#search-hits > li', { hasText: 'Det nya mötet' }).innerText(), /Inaktuell/)
}))

// AC25: on paper, as wide as what @page leaves of an A4.
const PAPER = { width: 658, height: 987 }
const paperFaults = async (page) => {
  await page.setViewportSize(PAPER)
  await page.emulateMedia({ media: 'print' })
  return page.evaluate(() => {
    const faults = []
    const shown = (element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0 && element.getBoundingClientRect().width > 1
    for (const element of document.querySelectorAll('header nav, footer nav, [role=search], .skip, input, button')) if (shown(element)) faults.push(`printed: ${element.outerHTML.slice(0, 80)}`)
    for (const element of document.querySelectorAll('body *')) if (/fixed|sticky/.test(getComputedStyle(element).position)) faults.push(`fixed: ${element.outerHTML.slice(0, 80)}`)
    const dark = (text) => (text.match(/[\d.]+/g) ?? []).slice(0, 3).every((value) => Number(value) < 60)
    const clear = (text) => /rgba\(.*, 0\)|transparent/.test(text) || (text.match(/[\d.]+/g) ?? []).slice(0, 3).every((value) => Number(value) > 240)
    for (const element of document.querySelectorAll('body, main p, main li, main h1, main h2, main a, main td, main th')) {
      if (!shown(element)) continue
      const { color, backgroundColor } = getComputedStyle(element)
      if (!dark(color)) faults.push(`${color}: ${element.outerHTML.slice(0, 80)}`)
      if (!clear(backgroundColor)) faults.push(`on ${backgroundColor}: ${element.outerHTML.slice(0, 80)}`)
    }
    for (const link of document.querySelectorAll('main a[href^="http"]')) if (shown(link) && !getComputedStyle(link, '::after').content.includes(link.getAttribute('href'))) faults.push(`no address: ${link.outerHTML.slice(0, 80)}`)
    for (const heading of document.querySelectorAll('h1, h2, h3')) if (shown(heading) && getComputedStyle(heading).breakAfter !== 'avoid') faults.push(`may be last on a page: ${heading.outerHTML.slice(0, 80)}`)
    for (const row of document.querySelectorAll('main tr')) if (shown(row) && getComputedStyle(row).breakInside !== 'avoid') faults.push(`a row may be cut: ${row.outerHTML.slice(0, 80)}`)
    // A file that is made to be sent alone, and leads nowhere, has no address.
    const alone = !document.querySelector('a[href]:not([href^="#"])')
    const line = [...document.querySelectorAll('footer p')].filter(shown).find((one) => one.textContent.includes('.html') || alone && /\d{4}/.test(one.textContent))
    if (!line) faults.push('no line with the address')
    else if (!/\d{1,2}\s\p{L}+\s\d{4}/u.test(line.textContent)) faults.push(`no date: ${line.textContent}`)
    const width = document.documentElement.clientWidth
    for (const box of document.querySelectorAll('main table, main figure, main svg, main pre, main p')) {
      if (shown(box) && box.getBoundingClientRect().right > width + 1) faults.push(`wider than the paper: ${box.outerHTML.slice(0, 80)}`)
    }
    return faults
  })
}

test('AC25 on paper: one page of each template', () => withSite(async (open, site) => {
  const page = await open({ colorScheme: 'dark' })
  const found = []
  for (const file of site.templates()) {
    await page.goto(site.address(file))
    found.push(...(await paperFaults(page)).map((fault) => `${file}: ${fault}`))
  }
  assertNone(found)
}))

test('AC25 on paper: ten columns, words of 34 letters and long code are as wide as the paper', () => withWoven('hard', async (open, site) => {
  const page = await open()
  const found = []
  for (const file of site.pages) {
    await page.goto(site.address(file))
    found.push(...(await paperFaults(page)).map((fault) => `${file}: ${fault}`))
  }
  assertNone(found)
}))

const paper = async (page) => (await page.pdf({ format: 'A4', tagged: true, preferCSSPageSize: true })).toString('latin1')
const pagesOf = (pdf) => pdf.match(/\/Type\s*\/Page\b(?!s)/g).length

test('AC25 as PDF: tagged, with language and title, on as many pages as before', async () => {
  const counts = {}
  await withWoven('hard', async (open, site) => {
    const page = await open()
    for (const file of ['bred/index.html', 'moten/gammalt/index.html']) {
      await page.goto(site.address(file))
      const pdf = await paper(page)
      assert.ok(pdf.includes('/StructTreeRoot'), `${file} is not tagged`)
      assert.match(pdf, /\/Lang\s*\((sv|\\376\\377\\000s\\000v|þÿ\0s\0v)/, `${file} tells no language`)
      assert.match(pdf, /\/Title\s*[(<]./, `${file} has no title`)
      counts[file] = pagesOf(pdf)
    }
  })
  assertExpected('printed_pages.json', `${JSON.stringify(counts, null, 2)}\n`)
})

// A page of wide tables lies on wide paper from its first page to its last, and says its sums once.
const sidesOf = (pdf) => new Set([...pdf.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(([, width, height]) => Number(width) > Number(height) ? 'lying' : 'upright'))
const wideFaults = async (page) => {
  const sides = [...sidesOf(await paper(page))]
  await page.emulateMedia({ media: 'print' })
  const faults = await page.evaluate(() => [...document.querySelectorAll('tfoot')].filter((foot) => getComputedStyle(foot).display === 'table-footer-group').map(() => 'the sums stand on every page'))
  await page.emulateMedia({ media: null })
  return sides.length > 1 ? [...faults, `paper that is ${sides.sort().join(' and ')}`] : faults
}

test('AC25 the tables of evidence lie on paper of one sort, and their sums stand once', () => withSite(async (open, site) => {
  const page = await open()
  for (const file of ['matris/index.html', 'sparbarhet/index.html', 'index.html']) {
    await page.goto(site.address(file))
    assertNone((await wideFaults(page)).map((fault) => `${file}: ${fault}`))
    assert.deepEqual([...sidesOf(await paper(page))], [file === 'index.html' ? 'upright' : 'lying'])
  }
}))

test('AC25 red twin: a table that lies between pages that stand, with its sums on each', () => withPages({
  'index.html': '<!doctype html><html lang="sv"><title>x</title><style>@page { size: A4 } @page wide { size: A4 landscape } main { page: wide }</style><header>x</header><main><table><tbody><tr><td>1</td></tr></tbody><tfoot><tr><td>1</td></tr></tfoot></table></main></html>'
}, async (open, site) => {
  const page = await open()
  await page.goto(site.address('index.html'))
  assert.deepEqual(await wideFaults(page), ['the sums stand on every page', 'paper that is lying and upright'])
}))

test('wide tables begin on the first sheet, under the sender', () => withWoven('assembly', async (open, site) => {
  const page = await open()
  const file = site.pages.find((one) => site.text(one).includes('<table class="draft'))
  assert.ok(file, 'a page has a wide table')
  await page.goto(site.address(file))
  const sheets = path.join(require('node:os').tmpdir(), `vav-wide-${process.pid}.pdf`)
  await page.pdf({ path: sheets, preferCSSPageSize: true })
  const first = require('node:child_process').execFileSync('pdftotext', ['-l', '1', sheets, '-'], { encoding: 'utf8' })
  fs.unlinkSync(sheets)
  const heading = await page.locator('h1').innerText()
  assert.ok(first.replace(/\s+/g, ' ').includes(heading.slice(0, 20)), `the first sheet has: ${first}`)
}))

test('AC25 red twin: paper with a menu, in colour, with a fixed bar, untagged', () => withPages({
  'index.html': `<!doctype html><html lang="sv"><title>x</title><style>body { color: #c00; background: #000 } .bar { position: fixed; top: 0 }</style>
    <header><nav><a href="a">Meny</a></nav></header><main><div class="bar">x</div><h2>x</h2><p><a href="https://example.org/">x</a></p><table><tr><td>${'x'.repeat(200)}</td></tr></table></main><footer><p>x</p></footer></html>`,
  'b/index.html': '<!doctype html><html lang="sv"><title>x</title><main><h1>x</h1></main><footer><p>b/index.html</p></footer></html>'
}, async (open, site) => {
  const page = await open()
  await page.goto(site.address('index.html'))
  const found = (await paperFaults(page)).join('\n')
  for (const fault of ['printed: <nav>', 'fixed: ', 'rgb(204, 0, 0): <body', 'on rgb(0, 0, 0)', 'no address', 'may be last', 'a row may be cut', 'no line with the address', 'wider than the paper: <table>']) assert.ok(found.includes(fault), `${fault} in ${found}`)
  await page.goto(site.address('b/index.html'))
  assert.ok((await paperFaults(page)).includes('no date: b/index.html'))
  assert.ok(!(await page.pdf({ tagged: false })).toString('latin1').includes('/StructTreeRoot'))
}))

// AC06 and more: what a screen reader is told, of one page of each template.
const trees = {
  start: 'index.html', session: 'sessions/pricing-weekend/index.html', testimony: 'testimony/safe-minimum/index.html', recommendation: 'recommendations/meter-every-home/index.html',
  outdated: 'recommendations/flat-surcharge/index.html', response: 'responses/works-on-metering/index.html', ministry: 'ministries/works/index.html', list: 'recommendations/index.html',
  facet: 'sok/ministry/works/index.html', register: 'a-o/index.html', search: 'sok/index.html', 'not-found': '404.html', translation: 'sv/recommendations/meter-every-home/index.html'
}
for (const [name, file] of Object.entries(trees)) {
  test(`AC06 AC16 the accessibility tree of a page is as it was: ${name}`, () => withWoven('assembly', async (open, site) => {
    const page = await open()
    await page.goto(site.address(file))
    const tree = await page.locator('body').ariaSnapshot()
    for (const landmark of [/^- banner/m, /^- main/m, /^- contentinfo/m]) assert.match(tree, landmark)
    // Addresses say nothing to assistive technology, and hold the fingerprints of files.
    assertExpected(`${name}.yaml`, `${tree.replace(/^ *- \/url:.*\n/gm, '')}\n`)
  }))
}

test('AC06 red twin: another tree is seen', () => withPages({ 'index.html': '<main><h1>x</h1></main>' }, async (open, site) => {
  const page = await open()
  await page.goto(site.address('index.html'))
  const tree = await page.locator('body').ariaSnapshot()
  assert.notEqual(`${tree}\n`, fs.readFileSync(expectedFile('list.yaml'), 'utf8'))
  assert.doesNotMatch(tree, /- banner/)
}))
