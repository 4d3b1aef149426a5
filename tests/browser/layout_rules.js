// What a page looks like when there is little room or large text. Run in the page; each gives what is wrong, in words.
'use strict'

// AC17: nothing sticks out sideways, and what scrolls by itself can be reached and has a name.
const sideways = () => {
  const faults = []
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width) {
    const guilty = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1)
    faults.push(`${document.documentElement.scrollWidth} px wide; ${guilty.slice(-1).map((element) => element.outerHTML.slice(0, 120))}`)
  }
  return faults
}

const scrollers = () => {
  const faults = []
  for (const box of document.querySelectorAll('body *')) {
    if (box.scrollWidth <= box.clientWidth + 1 || box.clientWidth === 0 || !/auto|scroll/.test(getComputedStyle(box).overflowX) || box.matches('input, textarea, select')) continue
    const name = (box.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join('').trim() || box.getAttribute('aria-label')
    if (box.tabIndex !== 0 || (box.getAttribute('role') ?? (box.tagName === 'SECTION' ? 'region' : '')) !== 'region' || !name) faults.push(`scrolls, and is no named region: ${box.outerHTML.slice(0, 120)}`)
  }
  return faults
}

// AC17: a word that is wider than the page breaks at a hyphen, seen or soft. In a browser that knows no Swedish: others break words by themselves.
const brokenWords = () => {
  const faults = []
  for (const heading of document.querySelectorAll('h1, h2, h3')) {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: word, index } of node.data.matchAll(/[^\s\u00ad\-–/]{2,}/g)) {
        const lineOf = (at) => {
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          return [...range.getClientRects()].at(-1)?.top
        }
        if (lineOf(index) !== lineOf(index + word.length - 1)) faults.push(`breaks within "${word}"`)
      }
    }
  }
  return faults
}

// AC18: text that its box cuts off, or that runs out of a control.
const clipped = () => {
  const faults = []
  for (const box of document.querySelectorAll('body *')) {
    if (box.clientWidth <= 1 || box.clientHeight <= 1 || !box.textContent.trim() || box.closest('svg')) continue
    const style = getComputedStyle(box)
    if (style.clipPath !== 'none') continue
    const cuts = (way) => /hidden|clip/.test(way)
    const over = box.scrollHeight - box.clientHeight
    const beside = box.scrollWidth - box.clientWidth
    if ((cuts(style.overflowY) && over > 2) || (cuts(style.overflowX) && beside > 2)) faults.push(`cut off: ${box.outerHTML.slice(0, 120)}`)
    else if (box.matches('button, summary, .button, nav a, label') && style.display !== 'inline' && (over > parseFloat(style.fontSize) / 2 || beside > 2)) faults.push(`runs out of ${box.outerHTML.slice(0, 120)}`)
  }
  return faults
}

// WCAG 1.4.12; a constructed stylesheet is no inline style, which the policy forbids.
const spaceText = (on) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }')
  document.adoptedStyleSheets = on ? [sheet] : []
}

// The reader's own size of text, as set in the browser: 16 is what browsers come with.
const setTextSize = async (page, size) => {
  page.session ??= await page.context().newCDPSession(page)
  await page.session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: Math.round(size * 13 / 16) } })
}

// What each rule finds, in one go: every way to the page and back takes its time.
const faultsOf = (page, ...rules) => page.evaluate(`[${rules.map((rule) => `(${rule})()`).join(', ')}]`)

// {rule: [fault, …]}: at 320 x 256, with text of 200 %, and spaced out.
const judgeLayout = async (page) => {
  const found = {}
  await page.setViewportSize({ width: 320, height: 256 })
  const [beside, boxes, words] = await faultsOf(page, sideways, scrollers, brokenWords)
  found['AC17 reflow at 320 x 256'] = [...beside, ...boxes]
  found['AC17 words of headings break where they may'] = words
  await page.setViewportSize({ width: 1280, height: 900 })
  await setTextSize(page, 32)
  found['AC18 text at 200 %'] = (await faultsOf(page, sideways, clipped)).flat()
  await setTextSize(page, 16)
  await page.evaluate(spaceText, true)
  found['AC18 text spaced out'] = (await faultsOf(page, sideways, clipped)).flat()
  await page.evaluate(spaceText, false)
  return found
}

module.exports = { judgeLayout, setTextSize, spaceText, sideways, clipped, scrollers }
