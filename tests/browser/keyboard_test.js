// One page of each template from the keyboard: the way past the menu, every stop in order, the focus seen in both schemes and wide and narrow.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { useShell, withSite, withPages, onAll } = require('./site.js')
const { STOPS, findStops, walk, judgeFocus, smallTargets } = require('./keyboard_rules.js')

useShell()

// AC11: the first stop leads past the menu, and can be seen.
const skip = async (page) => {
  await page.keyboard.press('Tab')
  const first = page.locator(':focus')
  if (await first.count() === 0) return ['the keyboard stops nowhere']
  const said = await first.innerText()
  if (!/^(Hoppa till innehållet|Skip to( the)? (main )?content)$/.test(said.trim())) return [`the first stop is "${said}"`]
  const { top, left, width, height } = await first.evaluate((element) => element.getBoundingClientRect())
  if (top < 0 || left < 0 || width < 20 || height < 20) return ['the link cannot be seen']
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  // Into main, or past it where main holds nothing to stop at; never back into the header.
  const back = await page.evaluate(() => Boolean(document.activeElement.closest('body > header')))
  return back ? ['the next stop is in the header again'] : []
}

const judge = async (page) => {
  await page.evaluate(findStops, STOPS)
  await page.keyboard.press('Tab')
  return page.evaluate(judgeFocus)
}

const forward = (page) => walk(page)
const small = { viewport: { width: 320, height: 256 } }

const targets = async (page) => {
  await page.evaluate(findStops, STOPS)
  return page.evaluate(smallTargets)
}

// What one visit to a page of each template finds, by the criterion that each fault begins with.
const both = async (page) => [...(await skip(page)).map((fault) => `AC11 ${fault}`), ...(await judge(page)), ...(await targets(page)).map((fault) => `AC15 ${fault}`)]
const visits = {}
const visit = (window, options) => visits[window] ??= withSite((open, site) => onAll(open, site, site.templates(), options, both))
const of = (found, criterion) => found.filter((fault) => fault.includes(`: ${criterion} `))

for (const [window, options] of Object.entries({ 'light, 1280 px': {}, '320 px': small, 'dark, 1280 px': { colorScheme: 'dark' } })) {
  test(`AC11 the first stop of the keyboard leads past the menu: ${window}`, async () => assertNone(of(await visit(window, options), 'AC11')))
  test(`AC12 AC13 every stop takes the focus and shows it: ${window}`, async () => {
    const found = await visit(window, options)
    assertNone([...of(found, 'AC12'), ...of(found, 'AC13')])
  })
  test(`AC14 nothing hides the focus: ${window}`, async () => assertNone(of(await visit(window, options), 'AC14')))
  test(`AC15 targets are large enough: ${window}`, async () => assertNone(of(await visit(window, options), 'AC15')))
}

test('AC12 Tab goes through every stop in the order of the page, and out', () => withSite(async (open, site) => {
  assertNone(await onAll(open, site, site.templates(), {}, forward))
}))

test('AC12 Shift+Tab goes the same way back, and the menu of narrow windows is in order', () => withSite(async (open, site) => {
  assertNone(await onAll(open, site, ['index.html', 'sok/index.html'], {}, (page) => walk(page, true)))
  assertNone(await onAll(open, site, ['index.html', 'sok/index.html'], small, forward))
}))

test('AC12 no trap in a page of hits', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html?q=arbetsmiljö'))
  await page.waitForFunction(() => document.querySelector('#search-status').textContent && document.querySelector('#search-hits').getAttribute('aria-busy') !== 'true')
  assertNone(await walk(page))
}))

const twin = (body, style, check, expected) => withPages({
  'index.html': `<!doctype html><html lang="sv"><meta name="viewport" content="width=device-width"><title>x</title><style>${style}</style><body>${body}<script src="x.js"></script></html>`,
  'x.js': "document.querySelectorAll('.trap').forEach(one => one.addEventListener('keydown', event => { if (event.key === 'Tab') event.preventDefault() }))"
}, async (open, site) => {
  const found = await onAll(open, site, ['index.html'], {}, check)
  assert.ok(found.some((fault) => fault.includes(expected)), `${expected}: ${found.join('\n')}`)
})
const link = '<a class="skip" href="#m">Hoppa till innehållet</a>'

test('AC11 red twin: no way past the menu, one that is not seen, one that leads nowhere', async () => {
  await twin('<header><a href="b">Meny</a></header>', '', skip, 'the first stop is "Meny"')
  await twin(`${link}<header><a href="b">Meny</a></header><main id="m"><a href="c">c</a></main>`, '.skip { position: absolute; left: -999px }', skip, 'cannot be seen')
  await twin(`${link}<header><a href="b">Meny</a></header><main><a href="c">c</a></main>`, '.skip { display: block; font-size: 2rem }', skip, 'in the header again')
})

test('AC12 red twin: another order, a trap', async () => {
  await twin('<a href="a">a</a><a href="b" tabindex="1">b</a>', '', forward, 'stop 1 of 2')
  await twin('<a href="a">a</a><input class="trap"><a href="b">b</a>', '', forward, 'stop 3 of 3')
  await twin('<a href="a">a</a><input class="trap">', '', forward, 'no way out')
})

test('AC13 red twin: no outline, a thin one, a pale one', async () => {
  await twin('<a href="a">a</a>', ':focus { outline: none }', judge, 'AC13 looks the same')
  await twin('<a href="a">a</a>', ':focus { outline: 1px solid #000 }', judge, 'AC13 an outline of 1 px')
  await twin('<a href="a">a</a>', 'body { background: #fff } :focus { outline: 3px solid #ffd23f }', judge, 'AC13 an outline of 1.4')
})

test('AC14 red twin: a bar lies over the focus', () =>
  twin('<header>Meny</header><p><a href="a">a</a></p>', 'header { position: fixed; inset: 0 0 auto; height: 9rem; background: #fff } :focus { outline: 3px solid #000 }', judge, 'AC14 under <header>'))

test('AC15 red twin: a low link in a menu, a small button', async () => {
  await twin('<nav><a href="a">a</a></nav>', 'a { display: block; height: 30px }', targets, 'lower than 44 px')
  await twin('<button>x</button>', '', targets, 'lower than 44 px')
  await twin('<p><a href="a">a</a></p>', 'a { display: inline-block; width: 10px }', targets, 'less than 24 x 24 px')
})
