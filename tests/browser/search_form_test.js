// The search page as a form, as assistive technology gets it, and its hits one by one.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { withSite, withPages } = require('./site.js')
const { settled, answered, status, hits } = require('./search_page.js')

// AC26: a field for searching with a label, in a form with an address and a button, and nothing that opens by itself.
const formFaults = (page) => page.evaluate(() => {
  const faults = []
  const fields = [...document.querySelectorAll('input')].filter((field) => field.name === 'q' || field.type === 'search')
  if (!fields.length) faults.push('no field')
  for (const field of fields) {
    if (field.type !== 'search') faults.push(`a field of type ${field.type}`)
    if (field.name !== 'q') faults.push('a field without the name q')
    if (![...field.labels].some((label) => label.textContent.trim())) faults.push('a field without a label')
    if (!field.form?.getAttribute('action')) faults.push('no form with an address')
    else if (!/^(get)?$/i.test(field.form.method)) faults.push(`a form with ${field.form.method}`)
    if (!field.form?.querySelector('button[type=submit]')) faults.push('no button')
    if (field.getAttribute('role') || field.getAttribute('aria-autocomplete') || field.getAttribute('list') || document.querySelector('[role=listbox], [role=combobox], datalist')) faults.push('a box of suggestions')
  }
  return faults
})

test('AC26 search is a labelled field in a form with a button', () => withSite(async (open, site) => {
  const page = await open()
  for (const file of ['index.html', 'sok/index.html', '404.html', 'moten/traff-2/index.html']) {
    await page.goto(site.address(file))
    assertNone((await formFaults(page)).map((fault) => `${file}: ${fault}`))
  }
}))

test('AC26 the button and the key Enter search; a reload and the way back keep the hits', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html'))
  await page.locator('#search-query').fill('utbildning')
  await page.locator('#search button[type=submit]').click()
  const count = await settled(page)
  assert.ok(count > 10)
  assert.equal(new URL(page.url()).searchParams.get('q'), 'utbildning')
  await page.reload()
  assert.equal(await settled(page), count)
  assert.equal(await page.locator('#search-query').inputValue(), 'utbildning')
  await page.locator('#search-hits a').first().click()
  await page.waitForURL((url) => site.fileOf(url.href) !== 'sok/index.html')
  await page.goBack()
  assert.equal(await settled(page), count)
  await page.locator('#search-query').fill('kommunal')
  await page.locator('#search-query').press('Enter')
  await page.waitForFunction(() => document.querySelector('#search-status').textContent.includes('”kommunal”'))
  assert.notEqual(await settled(page), count)
  assertNone(page.faults)
}))

// AC27: what is told while a query is answered.
const listen = (page) => page.evaluate(() => {
  window.told = []
  const region = document.querySelector('[role=status]')
  window.atLoad = region?.textContent ?? null
  if (region) new MutationObserver(() => { if (region.textContent) window.told.push(region.textContent) }).observe(region, { childList: true, characterData: true, subtree: true })
})
const politeness = async (page) => {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes.filter((node) => node.role?.value === 'status').map((node) => node.properties?.find(({ name }) => name === 'live')?.value.value)
}

for (const [query, form] of [['arbetsmiljö', /^\d[\d\u00a0]* träffar på ”arbetsmiljö”$/], ['qwxzplugh', /^Inga träffar på ”qwxzplugh”/]]) {
  test(`AC27 the number of hits is told once, politely, and is that of the list: ${query}`, () => withSite(async (open, site) => {
    const page = await open()
    await page.goto(site.address('sok/index.html'))
    await listen(page)
    assert.equal(await page.evaluate(() => window.atLoad), '', 'the region is not there, empty, from the start')
    assert.deepEqual(await politeness(page), ['polite'])
    await page.locator('#search-query').fill(query)
    await page.locator('#search-query').press('Enter')
    const count = await settled(page)
    // Nothing more is told when the rest of the hits has come.
    await page.waitForTimeout(500)
    const told = await page.evaluate(() => window.told)
    assert.equal(told.length, 1, told.join(' | '))
    assert.match(told[0], form)
    assert.equal((await hits(page)).length, count)
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search-query')
    assertNone(page.faults)
  }))
}

test('AC27 one hit is told in the singular', () => withSite(async (open, site) => {
  const page = await open()
  // A passage of one page only, word by word.
  await page.goto(site.address('sok/index.html?q=' + encodeURIComponent('"idén om ett gemensamt välfärdslyft"')))
  assert.equal(await settled(page), 1)
  assert.match(await status(page), /^1 träff på ”/)
}))

// AC28: what a hit holds, and what it does not.
const hitFaults = (page) => page.locator('#search-hits > li').evaluateAll((items) => items.flatMap((item, i) => {
  const faults = []
  if (!item.querySelector('a[href]')?.textContent.trim()) faults.push('no linked title')
  if (!item.querySelector('.kind')?.textContent.trim()) faults.push('no kind')
  if (!item.querySelector('.snippet')?.textContent.trim()) faults.push('no snippet')
  const time = item.querySelector('time')
  if (time && !/^\d{4}(-\d\d){0,2}$/.test(time.dateTime)) faults.push(`a date of ${time.dateTime}`)
  if (/\b\d+([.,]\d+)?\s*(ms|sekunder|poäng|procent|%)|relevans|\b0[.,]\d{2,}/i.test(item.querySelector('.meta')?.textContent ?? '')) faults.push('a score or a time')
  if (i < 3 && !item.querySelector('mark')) faults.push('nothing is marked')
  return faults.map((fault) => `${item.querySelector('a')?.textContent}: ${fault}`)
}))

test('AC28 each hit has a linked title, its kind, its date, and a snippet with what was found', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html?q=' + encodeURIComponent('ansvar för arbetsmiljö')))
  await settled(page)
  assertNone(await hitFaults(page))
  assert.ok(await page.locator('#search-hits time').count() > 3)
  assert.doesNotMatch(await page.locator('#search').innerText(), /\bms\b|sekund(er)? /)
}))

// AC05: the query stands in the title, cut where it is long, and is gone when it is taken away. AC03: hits say their own language.
const titleFaults = async (page, own, query) => {
  const title = await page.title()
  const [told, rest] = [title.slice(0, -own.length), title.slice(-own.length)]
  if (rest !== own || !told.endsWith(' – ')) return [`"${title}" for ${query}`]
  const words = told.slice(0, -3)
  if (title.length > 90) return [`${title.length} characters`]
  return words === query || (words.endsWith('…') && query.startsWith(words.slice(0, -1))) ? [] : [`"${words}" for ${query}`]
}
const languageFaults = (page) => page.locator('#search-hits > li a').evaluateAll((links) => links.flatMap((link) => {
  const wanted = /\/en\/(?!.*\/en\/)/.test(new URL(link.href).pathname) ? 'en' : 'sv'
  const marked = link.closest('[lang]').lang
  return marked === wanted ? [] : [`${link.textContent} is marked as ${marked}`]
}))

test('AC05 the title of the search page carries the query', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html'))
  const own = await page.title()
  for (const query of ['arbetsmiljö', 'vem ansvarar för att arbetsmiljön i vården och omsorgen blir bättre']) {
    await page.locator('#search-query').fill(query)
    await page.locator('#search-query').press('Enter')
    await answered(page, query)
    assertNone(await titleFaults(page, own, query))
  }
  await page.goBack()
  await answered(page, 'arbetsmiljö')
  assertNone(await titleFaults(page, own, 'arbetsmiljö'))
  await page.locator('#search-query').fill('')
  await page.locator('#search-query').press('Enter')
  await page.waitForFunction(() => document.querySelector('#search-status').textContent === '')
  assert.equal(await page.title(), own)
}))

test('AC03 hits in another language are marked', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html?q=welfare'))
  assert.ok(await settled(page) > 1)
  assertNone(await languageFaults(page))
  assert.ok(await page.locator('#search-hits a[lang=en]').count() > 0, 'no hit in English')
}))

test('AC03 AC05 red twin: a title that stays, one that is too long, a hit that does not tell its language', () => withPages({
  'index.html': '<!doctype html><html lang="sv"><title>Sök – Prov</title><main><ol id="search-hits"><li><a href="en/x/index.html">Work</a></li><li><a href="x/index.html" lang="en">Arbete</a></li></ol></main></html>',
  'b/index.html': `<!doctype html><html lang="sv"><title>${'ord '.repeat(30)}– Sök – Prov</title></html>`
}, async (open, site) => {
  const page = await open()
  await page.goto(site.address('index.html'))
  assert.deepEqual(await titleFaults(page, 'Sök – Prov', 'ord'), ['"Sök – Prov" for ord'])
  assert.deepEqual(await languageFaults(page), ['Work is marked as sv', 'Arbete is marked as en'])
  await page.goto(site.address('b/index.html'))
  assert.deepEqual(await titleFaults(page, 'Sök – Prov', 'ord '.repeat(30)), ['132 characters'])
}))

test('AC30 a query that is HTML is told as text, and the policy is not even asked', () => withSite(async (open, site) => {
  const page = await open()
  const query = '<img src=x onerror=alert(1)>'
  await page.goto(site.address(`sok/index.html?q=${encodeURIComponent(query)}`))
  await settled(page)
  assert.equal(await page.locator('#search img').count(), 0)
  assert.ok((await status(page)).includes(query))
  assertNone(page.faults)
}))

test('AC26 AC27 AC28 AC30 red twin: a search page with each of these faults', () => withPages({
  'index.html': `<!doctype html><html lang="sv"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'"><title>x</title><main>
    <div id="search"><input id="search-query" name="sok" type="search" list="d"><datalist id="d"></datalist><p role="status" aria-live="off">Sökningen är redo</p><ol id="search-hits"><li>x <span class="meta">0.83</span></li></ol></div></main><script src="x.js"></script></html>`,
  'x.js': `const region = document.querySelector('[role=status]')
    addEventListener('answer', () => {
      region.textContent = '1'
      setTimeout(() => { region.innerHTML = decodeURIComponent(location.search.slice(3)) })
    })`
}, async (open, site) => {
  const page = await open()
  await page.goto(site.address('index.html?q=<img src=x onerror=alert(1)>'))
  assert.deepEqual(await formFaults(page), ['a field without the name q', 'a field without a label', 'no form with an address', 'no button', 'a box of suggestions'])
  await listen(page)
  // It answers when we listen, however slow the machine.
  await page.evaluate(() => dispatchEvent(new Event('answer')))
  assert.notEqual(await page.evaluate(() => window.atLoad), '')
  assert.notDeepEqual(await politeness(page), ['polite'])
  await page.locator('img').waitFor({ state: 'attached' })
  assert.deepEqual(await page.evaluate(() => window.told.length), 1)
  assert.ok(page.faults.some((fault) => fault.includes('policy:')), page.faults.join('\n'))
  const found = (await hitFaults(page)).join('\n')
  for (const fault of ['no linked title', 'no kind', 'no snippet', 'a score', 'nothing is marked']) assert.ok(found.includes(fault), `${fault} in ${found}`)
}))
