// What one page of each template looks like: colours in both schemes, links, type, forced colours, nothing that moves.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const fs = require('node:fs')
const path = require('node:path')
const assertNone = require('../none.js')
const { useShell, withSite, withPages, onAll, root } = require('./site.js')

useShell()

// Run in the page. Colours as the browser paints them.
const colours = `
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const colour = (text) => {
    pixel.clearRect(0, 0, 1, 1)
    pixel.fillStyle = text
    pixel.fillRect(0, 0, 1, 1)
    return [...pixel.getImageData(0, 0, 1, 1).data]
  }
  const light = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255).map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05)
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor)
      if (found[3] === 255) return found
    }
    return colour('#fff')
  }
  const shown = (element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown)
  const short = (element) => element.outerHTML.replace(/\\s+/g, ' ').slice(0, 100)
  const faults = []`
const inPage = (page, body) => page.evaluate(`(async () => {${colours}\n${body}\nreturn faults })()`)

const checks = {
  // AC16: by more than a colour.
  'AC16 the current page differs by more than its colour': (page) => inPage(page, `
    for (const menu of all('header nav, nav.crumbs, footer nav')) {
      const here = [...menu.querySelectorAll('[aria-current=page]')].find(shown)
      const other = [...menu.querySelectorAll('a[href]:not([aria-current])')].find(shown)
      if (!here || !other) continue
      const look = (element) => { const { fontWeight, borderBottomWidth, borderBottomStyle, boxShadow, textDecorationLine, textDecorationThickness } = getComputedStyle(element); return JSON.stringify({ fontWeight, borderBottomWidth, borderBottomStyle, boxShadow, textDecorationLine, textDecorationThickness }) }
      if (look(here) === look(other)) faults.push(short(here))
    }`),

  // AC19: running text 7:1, the borders of fields and buttons 3:1. The pairs of the theme's settings are checked by the program.
  'AC19 running text has 7:1, the borders of controls 3:1': (page) => inPage(page, `
    for (const text of all('main .prose > p, main .lead')) {
      const ratio = contrast(colour(getComputedStyle(text).color), ground(text))
      if (ratio < 7) faults.push('text of ' + ratio.toFixed(2) + ': ' + short(text))
    }
    for (const control of all('input, button, .button, select, textarea')) {
      if (/^(checkbox|radio)$/.test(control.type)) continue
      const style = getComputedStyle(control)
      const outside = ground(control.parentElement), inside = colour(style.backgroundColor)
      const edge = style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) >= 1 ? contrast(colour(style.borderTopColor), outside) : 0
      const ratio = Math.max(edge, inside[3] === 255 ? contrast(inside, outside) : 0)
      if (ratio < 3) faults.push('a control of ' + ratio.toFixed(2) + ': ' + short(control))
    }`),

  'AC20 links in text are underlined': (page) => inPage(page, `
    for (const link of all('main .prose p a[href], main .prose li a[href], main .lead a[href]')) {
      if (!getComputedStyle(link).textDecorationLine.includes('underline')) faults.push(short(link))
    }`),

  // AC21: 18 px, 1.5, 80 characters at most, from the left.
  'AC21 type of 18 px, lines of 1.5 and of 80 characters at most': (page) => inPage(page, `
    const body = getComputedStyle(document.body)
    if (parseFloat(body.fontSize) < 18) faults.push('body of ' + body.fontSize)
    for (const text of all('main .prose > p')) {
      const style = getComputedStyle(text)
      if (parseFloat(style.fontSize) < 16) faults.push('text of ' + style.fontSize + ': ' + short(text))
      if (parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.5) faults.push('lines of ' + style.lineHeight + ': ' + short(text))
      if (!/^(start|left|-webkit-auto)$/.test(style.textAlign)) faults.push(style.textAlign + ': ' + short(text))
      const letters = text.innerText.replace(/\\s+/g, ' ')
      if (letters.length < 150) continue
      pixel.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily
      const measure = text.clientWidth / (pixel.measureText(letters).width / letters.length)
      if (measure > 80) faults.push(Math.round(measure) + ' characters a line: ' + short(text))
    }`),

  // Cumulative layout shift is 0.
  'nothing is shifted while the page is drawn': (page) => inPage(page, `
    const shifts = await new Promise((resolve) => {
      const all = []
      new PerformanceObserver((list) => all.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => resolve(all), 100)
    })
    // The way past the menu comes when it gets the focus.
    for (const { value, sources } of shifts.filter((one) => !one.sources.every(({ node }) => node?.matches?.('.skip')))) faults.push('shifted by ' + value.toFixed(4) + ': ' + sources.map(({ node }) => node ? node.nodeName : '?').join(' '))`),

  // AC24: asked for by the reader's reduced motion.
  'AC24 nothing moves': (page) => inPage(page, `
    for (const element of [document.documentElement, ...document.querySelectorAll('body, body *')]) for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part)
      if (style.animationName !== 'none') faults.push('animation: ' + short(element))
      if (style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0.001)) faults.push('transition: ' + short(element))
      if (style.scrollBehavior === 'smooth') faults.push('smooth scroll: ' + short(element))
    }`),

  // AC23: with the reader's own few colours.
  'AC23 forced colours keep borders, outlines and marks': (page) => inPage(page, `
    for (const control of all('input:not([type=checkbox]):not([type=radio]), button, .button')) {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(control)
      if (borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1) faults.push('no border: ' + short(control))
    }
    const text = getComputedStyle(document.body).color
    for (const mark of all('main svg.m, main svg[aria-hidden=true]')) {
      const { fill, color } = getComputedStyle(mark)
      if (fill !== 'none' && ![text, color, getComputedStyle(mark.parentElement).color].includes(fill)) faults.push('a mark of ' + fill + ': ' + short(mark))
    }
    for (const element of all('a[href], button, input, summary')) {
      element.focus()
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) { faults.push('no outline: ' + short(element)); break }
    }`)
}

// How a page is opened, and what is looked at there: one visit serves all of it.
const looks = {
  light: [{}, ['AC16', 'AC19', 'AC20', 'AC21', 'nothing']],
  dark: [{ colorScheme: 'dark' }, ['AC19']],
  'reduced motion': [{ reducedMotion: 'reduce' }, ['AC24']],
  'forced colours': [{ forcedColors: 'active' }, ['AC16', 'AC23']],
  'forced colours, dark': [{ forcedColors: 'active', colorScheme: 'dark' }, ['AC23']]
}
// Browsers show where the focus is only to those who use the keyboard.
const withKeyboard = (names) => async (page) => {
  await page.keyboard.press('Tab')
  const found = []
  for (const name of names) found.push(...(await checks[name](page)).map((fault) => `${name}: ${fault}`))
  return found
}
const named = (criteria) => Object.keys(checks).filter((name) => criteria.includes(name.split(' ')[0]))
const visits = {}

for (const [look, [options, criteria]] of Object.entries(looks)) {
  for (const name of named(criteria)) {
    test(`${name}: ${look}`, async () => {
      visits[look] ??= withSite((open, site) => onAll(open, site, site.templates(), options, withKeyboard(named(criteria))))
      assertNone((await visits[look]).filter((fault) => fault.includes(`: ${name}: `)))
    })
  }
}
test('every check is made', () => assert.deepEqual(Object.keys(checks).filter((name) => !Object.values(looks).some(([, criteria]) => named(criteria).includes(name))), []))

test('AC20 a link under the pointer has a thicker line', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('om/index.html'))
  const link = page.locator('main .prose p a').first()
  const thickness = () => link.evaluate((element) => parseFloat(getComputedStyle(element).textDecorationThickness))
  const before = await thickness()
  await link.hover()
  assert.ok(await thickness() > before, `${await thickness()} after ${before}`)
}))

// Pages cannot read the colour of visited links; it is read off the tokens.
const visitedFaults = (page) => inPage(page, `
  const token = (name) => colour(getComputedStyle(document.documentElement).getPropertyValue(name).trim())
  if (String(token('--visited')) === String(token('--vejde'))) faults.push('visited links look like others')
  for (const name of ['--linen', '--cloth', '--shade']) for (const link of ['--visited', '--vejde']) {
    const ratio = contrast(token(link), token(name))
    if (ratio < 4.5) faults.push(link + ' on ' + name + ': ' + ratio.toFixed(2))
  }`)

test('AC19 AC20 links and visited links have 4.5:1 on every ground, and differ', () => withSite(async (open, site) => {
  assert.match(fs.readFileSync(path.join(root, 'themes/vav/static/site.css'), 'utf8'), /a:visited\s*\{[^}]*color: var\(--visited\)/)
  for (const colorScheme of ['light', 'dark']) {
    const page = await open({ colorScheme })
    await page.goto(site.address('index.html'))
    assertNone((await visitedFaults(page)).map((fault) => `${colorScheme}: ${fault}`))
  }
}))

// AC22: the reader's system decides, nobody else, and nothing is remembered.
const schemeFaults = async (open, site, file) => {
  const faults = []
  const look = async (colorScheme) => {
    const page = await open({ colorScheme })
    await page.goto(site.address(file))
    return page.evaluate(() => ({ ground: getComputedStyle(document.body).backgroundColor, text: getComputedStyle(document.body).color, field: getComputedStyle(document.documentElement).colorScheme, stored: document.cookie.length + localStorage.length + sessionStorage.length }))
  }
  const [light, dark] = [await look('light'), await look('dark')]
  if (light.ground === dark.ground || light.text === dark.text) faults.push('dark looks like light')
  if (!/light/.test(light.field) || !/dark/.test(dark.field)) faults.push(`color-scheme is ${light.field}, ${dark.field}`)
  if (light.stored || dark.stored) faults.push('something is stored')
  return faults
}

test('AC22 dark where the reader wants it dark, and nothing is stored', () => withSite(async (open, site) => {
  for (const file of ['index.html', 'sok/index.html', '404.html']) assertNone(await schemeFaults(open, site, file))
}))

const twins = {
  'AC16 the current page differs by more than its colour': ['<header><nav><a href="a" aria-current="page">a</a> <a href="b">b</a></nav></header>', '[aria-current] { color: red }', 'aria-current'],
  'AC19 running text has 7:1, the borders of controls 3:1': ['<main><div class="prose"><p>blek</p></div><input></main>', 'body { background: #fff } p { color: #666 } input { border: 1px solid #ccc; background: #fff }', 'text of 5.7', 'a control of 1.6'],
  'AC20 links in text are underlined': ['<main><div class="prose"><p>a <a href="b">b</a></p></div></main>', 'a { text-decoration: none }', '<a href="b">'],
  'AC21 type of 18 px, lines of 1.5 and of 80 characters at most': [`<main><div class="prose"><p>${'Ett ord till. '.repeat(40)}</p></div></main>`, 'body { font-size: 15px; line-height: 1.2; text-align: justify }', 'body of 15px', 'text of 15px', 'lines of 18px', 'justify', 'characters a line'],
  'nothing is shifted while the page is drawn': ['<h1>a</h1><p>b</p>', 'h1 { animation: x 20ms forwards } @keyframes x { to { margin-bottom: 300px } }', 'shifted by'],
  'AC24 nothing moves': ['<p>a</p>', 'html { scroll-behavior: smooth } p { transition: color 1s; animation: x 1s } @keyframes x { to { opacity: 0 } }', 'animation', 'transition', 'smooth scroll'],
  'AC23 forced colours keep borders, outlines and marks': ['<main><button>a</button><p><svg class="m" aria-hidden="true" width="9" height="9"><path d="M0 0h9v9z"/></svg></p></main>', 'button { border: 0 } button:focus { outline: none } .m { fill: #f00; forced-color-adjust: none }', 'no border', 'no outline', 'a mark of']
}
test('AC48 every check has its red twin', () => assert.deepEqual(Object.keys(checks).filter((name) => !twins[name]), []))

const page = (body, style) => `<!doctype html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><style>${style}</style><body>${body}</html>`
for (const [name, [body, style, ...expected]] of Object.entries(twins)) {
  test(`${name}: red twin`, () => withPages({ 'index.html': page(body, style) }, async (open, site) => {
    const [options] = Object.values(looks).find(([, criteria]) => named(criteria).includes(name))
    const found = await onAll(open, site, ['index.html'], options, withKeyboard([name]))
    for (const part of expected) assert.ok(found.some((fault) => fault.includes(part)), `${part}: ${found.join('\n')}`)
  }))
}

test('AC19 AC20 AC22 red twin: pale visited links, a page that knows no dark', () => withPages({
  'index.html': page('<p>x</p>', ':root { --linen: #fff; --cloth: #fff; --shade: #eee; --vejde: #999; --visited: #999 } body { background: #fff; color: #000 }')
}, async (open, site) => {
  const faults = await schemeFaults(open, site, 'index.html')
  assert.ok(faults.includes('dark looks like light') && faults.some((fault) => fault.startsWith('color-scheme is')), faults.join('\n'))
  const tab = await open()
  await tab.goto(site.address('index.html'))
  const found = await visitedFaults(tab)
  assert.ok(found.includes('visited links look like others') && found.some((fault) => fault.startsWith('--visited on --linen: 2.8')), found.join('\n'))
}))
