// axe-core over one page of each sort: wide, narrow, dark. And what axe does not see: the keyboard.
'use strict'
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const assertNone = require('../none.js')
const { withSite } = require('./site.js')

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

const violations = async (page) => {
  // evaluate, since the policy of the page stops script tags.
  await page.evaluate(axe)
  const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), tags)
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}): ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary.slice(0, 200)}`)
}

const looks = {
  'wide and light': {},
  dark: { colorScheme: 'dark' },
  narrow: { viewport: { width: 320, height: 640 } }
}

for (const [look, options] of Object.entries(looks)) {
  test(`axe finds nothing: ${look}`, () => withSite(async (open, site) => {
    const page = await open(options)
    const found = []
    const samples = site.samples()
    assert.ok(samples.length > 10, samples.join(' '))
    for (const file of samples) {
      await page.goto(site.address(file))
      for (const violation of await violations(page)) found.push(`${file}: ${violation}`)
    }
    assertNone(found)
  }))
}

test('axe finds nothing on a page of hits', () => withSite(async (open, site) => {
  const page = await open()
  await page.goto(site.address('sok/index.html?q=arbetsmiljö'))
  await page.locator('#search-hits > li').first().waitFor()
  assertNone(await violations(page))
}))

test('red twin: axe finds the faults of a bad page', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-twin-'))
  try {
    fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><html><head></head><body><h3>x</h3><img src="x.png"><input><a href="x"></a>
      <p style="color:#aaa;background:#fff">blek</p><button></button><div role="knapp">x</div><table><tr><th></th></tr></table></body></html>`)
    await withSite(async (open, site) => {
      const page = await open()
      await page.goto(site.address('index.html'))
      const ids = (await violations(page)).map((violation) => violation.split(':')[0])
      for (const id of ['document-title', 'html-has-lang', 'image-alt', 'label', 'link-name', 'color-contrast', 'button-name', 'aria-roles']) {
        assert.ok(ids.includes(id), `${id} in ${ids}`)
      }
    }, folder)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})

test('the first stop of the keyboard is the way past the menu', () => withSite(async (open, site) => {
  const page = await open()
  for (const file of site.samples()) {
    await page.goto(site.address(file))
    await page.keyboard.press('Tab')
    const first = page.locator(':focus')
    assert.match(await first.innerText(), /Hoppa till innehållet|Skip to content/, file)
    assert.ok(await first.evaluate((element) => {
      const box = element.getBoundingClientRect()
      return box.top >= 0 && box.left >= 0 && box.width > 20 && box.height > 20
    }), `${file}: the link is not to be seen`)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    // Into main, or past it where main holds nothing to stop at; never back into the header.
    assert.ok(await page.evaluate(() => !document.activeElement.closest('header') || document.activeElement.closest('main')), file)
  }
}))

test('every stop of the keyboard shows where it is', () => withSite(async (open, site) => {
  const page = await open()
  for (const file of site.samples()) {
    await page.goto(site.address(file))
    const stops = await page.locator('a[href], button, input, select, summary, [tabindex="0"]').count()
    const seen = new Set()
    for (let i = 0; i < Math.min(stops, 40); i++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement
        if (element === document.body) return null
        const style = getComputedStyle(element)
        const box = element.getBoundingClientRect()
        const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
        return { html: element.outerHTML.slice(0, 100), ring, size: box.width * box.height, y: box.top }
      })
      if (!stop) break
      seen.add(stop.html)
      assert.ok(stop.ring, `${file}: no ring round ${stop.html}`)
      assert.ok(stop.size > 0, `${file}: a stop without size: ${stop.html}`)
    }
    assert.ok(seen.size > 1, `${file}: the keyboard stops nowhere`)
  }
}))
