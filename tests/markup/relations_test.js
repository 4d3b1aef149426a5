// Every relation of content/, from its page and from the page that it names: two links. AC37.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const test = require('node:test')
const assert = require('node:assert')
const yaml = require('yaml')
const assertNone = require('../none.js')

const root = path.resolve(__dirname, '../..')
const site = process.env.VAV_SITE || path.join(root, 'build/site')

// [{from, to, relation}] of the front matter of one language, by id.
const relationsOf = (content, language) => {
  const { kinds, common, site } = yaml.parse(fs.readFileSync(path.join(content, 'vav.yaml'), 'utf8'))
  return Object.entries(kinds).flatMap(([kind, { folder, relations }]) => {
    const known = Object.entries({ ...common?.relations, ...relations }).filter(([, relation]) => relation.visibility !== 'internal').map(([name]) => name)
    const at = path.join(content, language, folder ?? kind)
    const files = fs.existsSync(at) ? fs.readdirSync(at).filter((file) => file.endsWith('.md') && !file.startsWith('_')) : []
    return files.flatMap((file) => {
      const [, front] = fs.readFileSync(path.join(at, file), 'utf8').match(/^---\n(.*?)\n---/s) ?? []
      const data = yaml.parse(front ?? '') ?? {}
      const id = data.id ?? file.replace(/\.md$/, '')
      // The start page is a way in, and shows no relations of its own.
      if (id === site.start) return []
      return known.flatMap((relation) => [data[relation] ?? []].flat().map((value) => ({ from: id, to: String(value?.ref ?? value).replace(/#.*/, ''), relation })))
    })
  })
}

// The pages that the main part of a page links to.
const linksOf = (text, file) => new Set([...text.slice(text.indexOf('<main')).split('<footer')[0].matchAll(/href="([^"#]*)/g)].map(([, href]) => path.posix.join(path.posix.dirname(file), href)))

const relationFaults = (relations, pages, text) => {
  const address = new Map(Object.entries(pages).filter(([, page]) => page.id && page.lang === 'sv').map(([file, page]) => [page.id, file]))
  const links = new Map()
  const linked = (from, to) => {
    if (!links.has(from)) links.set(from, linksOf(text(from), from))
    return links.get(from).has(to)
  }
  return relations.flatMap(({ from, to, relation }) => {
    const [a, b] = [address.get(from), address.get(to)]
    if (!a || !b) return [`${from}: ${relation}: ${to}: no such page`]
    return [...linked(a, b) ? [] : [`${a} does not link to ${b} (${relation})`], ...linked(b, a) ? [] : [`${b} does not link back to ${a} (${relation})`]]
  })
}

test('AC37 every relation can be followed from both of its pages', () => {
  const relations = relationsOf(path.join(root, 'content'), '')
  const { pages } = JSON.parse(fs.readFileSync(path.join(site, 'manifest.json'), 'utf8'))
  assert.ok(relations.length > 500, `${relations.length} relations`)
  assertNone(relationFaults(relations, pages, (file) => fs.readFileSync(path.join(site, file), 'utf8')))
})

test('AC37 red twin: a relation that leads one way, and one that leads nowhere', () => {
  const texts = { 'a/index.html': '<main><a href="../b/index.html#x">b</a></main>', 'b/index.html': '<main>x</main><footer><a href="../a/index.html">a</a></footer>' }
  const pages = { 'a/index.html': { id: 'a', lang: 'sv' }, 'b/index.html': { id: 'b', lang: 'sv' } }
  assert.deepEqual(relationFaults([{ from: 'a', to: 'b', relation: 'about' }, { from: 'a', to: 'c', relation: 'about' }], pages, (file) => texts[file]),
    ['b/index.html does not link back to a/index.html (about)', 'a: about: c: no such page'])
})
