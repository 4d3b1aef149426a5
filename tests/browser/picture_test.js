// The pictures of the chain, as Chromium draws them: no words over anything else, seen when focused, the list alone on small screens.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { useShell, withSite } = require('./site.js')

useShell()

// Run in the page: words that reach out of their box or the picture, boxes that meet, threads that end at no item.
const faultsOfPicture = () => {
  const faults = []
  const svg = document.querySelector('.picture svg')
  const frame = svg.getBoundingClientRect()
  const nodes = [...svg.querySelectorAll('a, g.here')].map((node) => ({ node, box: node.querySelector('rect.box').getBoundingClientRect() }))
  const name = (node) => node.querySelector('title').textContent
  const within = (inner, outer, slack) => inner.left >= outer.left - slack && inner.right <= outer.right + slack && inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack
  for (const { node, box } of nodes) {
    if (!within(box, frame, 1)) faults.push(`${name(node)} lies outside of the picture`)
    for (const text of node.querySelectorAll('text')) {
      if (!within(text.getBoundingClientRect(), box, 2)) faults.push(`“${text.textContent}” reaches out of its box`)
    }
    for (const other of nodes) {
      const meet = other.node !== node && box.left < other.box.right - 1 && other.box.left < box.right - 1 && box.top < other.box.bottom - 1 && other.box.top < box.bottom - 1
      if (meet) faults.push(`${name(node)} lies over ${name(other.node)}`)
    }
  }
  for (const text of svg.querySelectorAll('text.soft')) {
    if (!within(text.getBoundingClientRect(), frame, 1)) faults.push(`the heading “${text.textContent}” is cut`)
  }
  return faults
}

test('pictures of the chain', async (t) => {
  await withSite(async (open, site) => {
    const files = site.pages.filter((file) => site.text(file).includes('<figure class="picture">'))
    assert.ok(files.length > 50, `${files.length} pages have a picture`)
    const page = await open({ viewport: { width: 1280, height: 900 } })

    await t.test('no words lie over anything else', async () => {
      const faults = []
      for (const file of files) {
        await page.goto(site.address(file))
        faults.push(...(await page.evaluate(faultsOfPicture)).map((fault) => `${file}: ${fault}`))
      }
      assertNone(faults)
    })

    await t.test('the overview is seen whole', async () => {
      await page.goto(site.address('oversikt/index.html'))
      const [inner, outer] = await page.locator('.picture .scroll').evaluate((one) => [one.scrollWidth, one.clientWidth])
      assert.ok(inner <= outer, `${inner} px in ${outer} px`)
      const [ground, text] = await page.locator('.picture a').first().evaluate((one) => [one.querySelector('.ground'), one.querySelector('text')].map((part) => part.getBoundingClientRect().toJSON()))
      assert.ok(ground.left <= text.left && ground.right >= text.right && ground.top <= text.top + 3, 'threads run through words')
    })

    await t.test('red twin: a label that is too long for its box', async () => {
      await page.goto(site.address(files[0]))
      await page.evaluate(() => { document.querySelector('.picture a text').textContent = 'm'.repeat(40) })
      assert.match((await page.evaluate(faultsOfPicture)).join('\n'), /reaches out of its box/)
    })

    await t.test('a focused item is seen, and leads to its page', async () => {
      await page.goto(site.address(files[0]))
      const link = page.locator('.picture a').first()
      const look = () => link.locator('rect').evaluate((rect) => getComputedStyle(rect).fill + getComputedStyle(rect).stroke)
      const before = await look()
      await page.locator('.picture .scroll').focus()
      await page.keyboard.press('Tab')
      assert.ok(await link.evaluate((element) => element === document.activeElement))
      assert.notStrictEqual(await look(), before)
      const target = await link.evaluate((element) => new URL(element.getAttribute('href'), document.baseURI).href)
      await page.keyboard.press('Enter')
      await page.waitForURL(target)
    })

    await t.test('small screens have the list alone', async () => {
      const small = await open({ viewport: { width: 320, height: 640 } })
      await small.goto(site.address(files[0]))
      assert.ok(!(await small.locator('.picture').isVisible()))
      assert.ok(await small.locator('ul.chain').first().isVisible())
    })
  })
})
