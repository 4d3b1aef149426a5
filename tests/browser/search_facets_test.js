// Narrowing a search: counts that hold, addresses that can be sent to a colleague, and the same pages without JavaScript.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { withSite } = require('./site.js')
const { settled, hits, status, count } = require('./search_page.js')

const facets = (page) => page.locator('#search-facets .facet').evaluateAll((groups) => groups.map((group) => ({
  label: group.querySelector('summary').textContent,
  values: [...group.querySelectorAll('input')].map((box) => ({
    name: box.name, value: box.value, checked: box.checked, count: Number(box.closest('label').querySelector('.count').textContent)
  }))
})))
const choose = async (page, name, value) => {
  await page.locator(`#facet-${name}`).evaluate((summary) => { summary.parentElement.open = true })
  await page.locator(`input[name="${name}"][value="${value}"]`).click()
}

test('each box says how many hits it leaves, and leaves as many', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html?q=utbildning'))
  const all = await settled(page)
  const groups = await facets(page)
  assert.deepEqual(groups.map((group) => group.label), ['Typ', 'Aktör', 'Grupptema eller område', 'Möte', 'År'])
  for (const { values } of groups) {
    const [{ name, value, count: told }] = values
    assert.ok(told > 0 && told <= all, `${name}=${value} says ${told} of ${all}`)
    await choose(page, name, value)
    assert.equal(await settled(page, told), told, `${name}=${value}`)
    assert.equal((await hits(page)).length, told)
    await page.locator('#search-clear').click()
    assert.equal(await settled(page, all), all)
  }
  assertNone(page.faults)
}))

test('values of one facet add up, values of two narrow; the address holds them, for a colleague and for the way back', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html?q=utbildning'))
  const all = await settled(page)
  const [{ values: [first, second] }] = await facets(page)
  await choose(page, 'typ', first.value)
  await settled(page, first.count)
  await choose(page, 'typ', second.value)
  await settled(page, first.count + second.count)
  const [, { values: [actor] }] = await facets(page)
  await choose(page, 'aktor', actor.value)
  assert.equal(await settled(page, actor.count), actor.count)
  const parameters = new URL(page.url()).searchParams
  assert.deepEqual([parameters.get('q'), parameters.getAll('typ').sort(), parameters.getAll('aktor')],
    ['utbildning', [first.value, second.value].sort(), [actor.value]])
  const found = await hits(page)

  const colleague = await open()
  await colleague.goto(page.url())
  await settled(colleague, actor.count)
  assert.deepEqual(await hits(colleague), found)
  const ticked = (await facets(colleague)).flatMap((group) => group.values).filter((value) => value.checked).map((value) => value.value).sort()
  assert.deepEqual(ticked, [first.value, second.value, actor.value].sort())

  for (let i = 0; i < 3; i++) await page.goBack()
  assert.equal(await settled(page, all), all)
  assertNone([...page.faults, ...colleague.faults])
}))

test('without words the chosen values alone give what the page for the value has, which needs no JavaScript', () => withSite(async (open, site) => {
  const plain = await open({ javaScriptEnabled: false })
  await plain.goto(site.address('sok/index.html'))
  const links = await plain.locator('.browse a').evaluateAll((all) => all.map((link) => link.href))
  const pages = links.map((href) => site.fileOf(href))
  assert.ok(pages.filter((file) => file.startsWith('sok/')).length > 20, pages.join(' '))
  assertNone(pages.filter((file) => !site.pages.includes(file)))

  const page = await open()
  for (const file of ['sok/aktor/uka/index.html', 'sok/traff/traff-2/index.html']) {
    await plain.goto(site.address(file))
    const listed = (await plain.locator('main ul.rel a').evaluateAll((all) => all.map((link) => link.href))).map((href) => site.fileOf(href))
    const [, name, value] = file.split('/')
    await page.goto(site.address(`sok/index.html?${name}=${value}`))
    await settled(page, listed.length)
    // The list of a value shows what the site's own language has; translations are found beside them.
    const found = (await hits(page)).map((hit) => site.fileOf(hit.href)).filter((address) => !address.startsWith('en/'))
    assert.deepEqual(found.sort(), listed.sort())
    assert.match(await status(page), /^\d+ sidor i urvalet$/)
  }
  assertNone(page.faults)
}))

test('whoever chooses with the keyboard keeps a place: in the box, in the next one of a list that unfolds, in the field when the boxes go', () => withSite(async (open, site) => {
  const page = await open()
  const focused = () => page.evaluate(() => document.activeElement.id)
  await page.goto(site.address('sok/index.html?q=utbildning'))
  await settled(page)
  const told = await status(page)
  await page.locator('#facet-aktor').press('Enter')
  await page.locator('#facet-aktor-all').press('Enter')
  const ninth = page.locator('input[name="aktor"]').nth(8)
  assert.equal(await focused(), await ninth.getAttribute('id'))
  assert.equal(await status(page), told)
  const box = await focused()
  await page.keyboard.press('Space')
  await page.waitForFunction((before) => document.querySelector('#search-status').textContent !== before, told)
  assert.equal(await focused(), box)
  await page.goto(site.address('sok/index.html?typ=inspel'))
  await settled(page)
  await page.locator('#search-clear').press('Enter')
  await page.waitForFunction(() => document.querySelector('#search-facets').hidden)
  assert.equal(await focused(), 'search-query')
  assertNone(page.faults)
}))

test('what the address holds and no facet knows is left out', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html?q=utbildning'))
  const all = await settled(page)
  await page.goto(site.address('sok/index.html?q=utbildning&aktor=finns-inte&__proto__=x&typ=%3Cimg%3E'))
  assert.equal(await settled(page), all)
  assert.equal(count(await status(page)), all)
  assertNone(page.faults)
}))
