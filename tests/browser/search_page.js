// What tests read off the search page.
'use strict'

const status = (page) => page.locator('#search-status').innerText()
const count = (text) => (/^Ingen|^Inga/.test(text) ? 0 : Number(text.match(/^[\d\s]+/)?.[0].replace(/\s/g, '')))

// Waits until the page has answered (with so many hits, if that is said), and gives how many it tells.
const settled = async (page, wanted) => {
  await page.waitForFunction((number) => {
    const text = document.querySelector('#search-status').textContent
    const told = /^Inga|^Ingen/.test(text) ? 0 : Number(text.match(/^[\d\s]+/)?.[0].replace(/\s/g, ''))
    return text !== '' && (number === null || told === number) && document.querySelector('#search-hits').getAttribute('aria-busy') !== 'true'
  }, wanted ?? null)
  return count(await status(page))
}

// Waits until the page has answered a query that stands in what it tells.
const answered = (page, query) => page.waitForFunction((text) => {
  const told = document.querySelector('#search-status').textContent
  return told !== '' && told.includes(text) && document.querySelector('#search-hits').getAttribute('aria-busy') !== 'true'
}, query)

const hits = (page) => page.locator('#search-hits > li').evaluateAll((items) => items.map((item) => ({
  title: item.querySelector('a').textContent,
  href: item.querySelector('a').href,
  text: item.textContent,
  kind: item.querySelector('.kind')?.textContent,
  trail: item.querySelector('.trail')?.textContent,
  snippet: item.querySelector('.snippet')?.textContent,
  marked: [...item.querySelectorAll('mark')].map((mark) => mark.textContent)
})))

module.exports = { status, count, settled, answered, hits }
