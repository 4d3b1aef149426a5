// Pictures for people: build/screenshots/FILE.LOOK.png of one page of each template, and a PDF as printed.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const { withSite, root } = require('./site.js')

const looks = {
  wide: {},
  narrow: { viewport: { width: 320, height: 640 } },
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' }
}
const folder = path.join(root, 'build/screenshots')

withSite(async (open, site) => {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  const files = process.argv.length > 2 ? process.argv.slice(2) : [...site.templates(), 'sok/index.html?q=arbetsmiljö']
  for (const [look, options] of Object.entries(looks)) {
    const page = await open(options)
    for (const file of files) {
      await page.goto(site.address(file))
      if (file.includes('?q=')) await page.locator('#search-hits > li').first().waitFor()
      const name = file.replace(/\?q=/, '-').replace(/\/?index\.html/, '').replace(/\W+/g, '-') || 'start'
      await page.screenshot({ path: path.join(folder, `${name}.${look}.png`), fullPage: true })
      if (look === 'wide') await page.pdf({ path: path.join(folder, `${name}.pdf`), format: 'A4', tagged: true })
    }
  }
  console.log(`${folder}: ${fs.readdirSync(folder).length} files`)
}).catch((error) => {
  console.error(error)
  process.exitCode = 1
})
