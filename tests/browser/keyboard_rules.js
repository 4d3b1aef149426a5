// The keyboard in the page: which stops there are, in which order they come, how each shows that it has the focus.
'use strict'

const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]'

// Runs in the page. Numbers the stops in the order of the document: window.stops.
const findStops = (selector) => {
  window.stops = [...document.querySelectorAll(selector)].filter((element) => element.tabIndex >= 0 && !element.disabled &&
    element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0)
  return window.stops.length
}

// Runs in the page: from now on window.order holds the number of every stop that gets the focus.
const record = () => {
  window.order = []
  document.addEventListener('focusin', ({ target }) => window.order.push(window.stops.indexOf(target)))
}

// Runs in the page: the number of the stop that has the focus; -1: the document itself, or something else.
const focused = () => window.stops.indexOf(document.activeElement)

// AC12: Tab goes through every stop in the order of the document, and out again; so does Shift+Tab, the other way. The presses follow
// each other without waiting for the page's answer: long pages have a thousand stops.
const walk = async (page, backwards = false) => {
  const count = await page.evaluate(findStops, STOPS)
  await page.evaluate(record)
  const expected = Array.from({ length: count }, (_, i) => backwards ? count - 1 - i : i)
  const html = (number) => page.evaluate((i) => window.stops[i]?.outerHTML.slice(0, 100) ?? `(${i}) ${document.activeElement.outerHTML.slice(0, 100)}`, number)
  const press = () => page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
  await Promise.all(expected.map(press))
  const order = await page.evaluate(() => window.order)
  for (const [i, number] of expected.entries()) {
    if (order[i] !== number) return [`stop ${i + 1} of ${count} is ${await html(order[i] ?? await page.evaluate(focused))} instead of ${await html(number)}`]
  }
  await press()
  const after = await page.evaluate(focused)
  // Out of the document, or round to its beginning.
  if (after !== -1 && after !== expected[0]) return [`no way out after the last stop: ${await html(after)}`]
  return []
}

// Runs in the page, after a press of Tab so that the browser shows the focus. AC13: the outline of every stop; AC14: nothing lies over it.
const judgeFocus = () => {
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const colour = (text) => {
    pixel.clearRect(0, 0, 1, 1)
    pixel.fillStyle = text
    pixel.fillRect(0, 0, 1, 1)
    return [...pixel.getImageData(0, 0, 1, 1).data]
  }
  const light = ([r, g, b]) => {
    const [red, green, blue] = [r, g, b].map((value) => value / 255).map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05)
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor)
      if (found[3] === 255) return found
    }
    return colour(getComputedStyle(document.documentElement).colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#fff')
  }
  const look = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset, boxShadow, backgroundColor, borderColor } = getComputedStyle(element)
    return { outlineStyle, outlineWidth, outlineColor, outlineOffset, boxShadow, backgroundColor, borderColor }
  }
  const faults = []
  for (const element of window.stops) {
    document.activeElement.blur()
    const before = look(element)
    element.focus()
    const after = look(element)
    const told = element.outerHTML.slice(0, 100)
    if (document.activeElement !== element) {
      faults.push(`AC12 takes no focus: ${told}`)
      continue
    }
    if (JSON.stringify({ ...before, outlineOffset: '' }) === JSON.stringify({ ...after, outlineOffset: '' })) faults.push(`AC13 looks the same with the focus: ${told}`)
    const width = after.outlineStyle === 'none' ? 0 : parseFloat(after.outlineWidth)
    if (width < 2) faults.push(`AC13 an outline of ${width} px: ${told}`)
    else {
      // Drawn outside of the element, or inside of it.
      const around = ground(parseFloat(after.outlineOffset) < 0 ? element : element.parentElement)
      const ratio = contrast(colour(after.outlineColor), around)
      if (ratio < 3) faults.push(`AC13 an outline of ${ratio.toFixed(2)}:1, ${after.outlineColor} on ${around}: ${told}`)
    }
    const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0)
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
    if (right - left < 1 || bottom - top < 1) {
      faults.push(`AC14 outside of the window: ${told}`)
      continue
    }
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    if (!there || !(element.contains(there) || there.contains(element) && there.matches('label, a, button, summary, :is(li, p, td, dd, h1, h2, h3)') || there.control === element)) faults.push(`AC14 under ${there?.outerHTML.slice(0, 60)}: ${told}`)
  }
  return faults
}

// Runs in the page. AC15: menus, search and buttons are 44 px high, all that is no link in running text 24 by 24 px or has room round it.
const smallTargets = () => {
  const faults = []
  const boxOf = (element) => {
    // A box of choice is as large as its label, which can be pressed too.
    const label = element.matches('input[type=checkbox], input[type=radio]') ? element.closest('label') : null
    return (label ?? element).getBoundingClientRect()
  }
  for (const element of window.stops) {
    if (element.matches('[tabindex]:not(a, button, input)') || element.matches('.skip')) continue
    const { width, height } = boxOf(element)
    const told = `${Math.round(width * 10) / 10} x ${Math.round(height * 10) / 10}: ${element.outerHTML.slice(0, 100)}`
    const running = getComputedStyle(element).display === 'inline' && !element.closest('nav')
    const large = element.matches('button, summary, .button, input') || element.closest('nav, [role=search]:not(p)') !== null && !element.closest('[role=search] p')
    if (large && !running && height < 43.5) faults.push(`lower than 44 px: ${told}`)
    else if (large && running && element.closest('nav')) faults.push(`lower than 44 px: ${told}`)
    else if (!running && (width < 23.5 || height < 23.5)) faults.push(`less than 24 x 24 px: ${told}`)
  }
  return faults
}

module.exports = { STOPS, findStops, walk, judgeFocus, smallTargets }
