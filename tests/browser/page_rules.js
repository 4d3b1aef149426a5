// The criteria that are read off the elements of one page. Each rule runs in the page and gives what is wrong there, in words.
// `about` is what the manifest tells of the page: {kind, updated, …}; pages of the content have a kind.
'use strict'

// What rules have at hand in the page.
const tools = {
  words: (element) => (element.getAttribute('aria-label') ?? element.innerText ?? element.textContent).trim().replace(/\s+/g, ' '),
  shown: (element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0,
  name: (element) => {
    const ids = element.getAttribute('aria-labelledby')
    const text = ids ? ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ') : element.getAttribute('aria-label') ?? ''
    return text.trim().replace(/\s+/g, ' ')
  },
  // Links in pictures have an object where others have a text.
  target: (link) => new URL(link.getAttribute('href'), document.baseURI),
  short: (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 110),
  // [text node, its language], without code.
  texts: () => {
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() && !node.parentElement.closest('code, pre, kbd, samp, script, style, noscript')) found.push([node.data.trim(), node.parentElement.closest('[lang]')?.lang ?? ''])
    }
    return found
  }
}

const rules = {
  'AC03 languages are marked': ({ texts }, about) => {
    const faults = []
    if (!['sv', 'en'].includes(document.documentElement.lang)) faults.push(`html lang is "${document.documentElement.lang}"`)
    const little = {
      sv: /(?<!\p{L})(the|of|and|with|which|from|are|was|were|this|that|been)(?!\p{L})/giu,
      en: /(?<!\p{L})(och|för|av|som|till|är|med|från|att|den|det|ska|inte|på)(?!\p{L})/giu
    }
    // English has few Swedish words in it: one is enough, or a title of a Swedish page.
    const enough = { sv: 3, en: 1 }
    const titles = new Set(about.swedish)
    const english = new Set(about.english)
    for (const [text, language] of texts()) {
      const foreign = new Set((text.match(little[language] ?? /$^/) ?? []).map((word) => word.toLowerCase()))
      if (foreign.size >= enough[language]) faults.push(`marked as ${language}: ${text.slice(0, 80)}`)
      if (language === 'en' && titles.has(text) && !english.has(text)) faults.push(`the Swedish title marked as en: ${text}`)
    }
    return faults
  },

  'AC04 headings in order': ({ words }) => {
    const faults = []
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    if (headings.filter((heading) => heading.tagName === 'H1').length !== 1) faults.push('not one h1')
    if (headings[0]?.tagName !== 'H1') faults.push('the first heading is no h1')
    headings.forEach((heading, i) => {
      if (!words(heading) && !heading.textContent.trim()) faults.push('an empty heading')
      if (i && Number(heading.tagName[1]) > Number(headings[i - 1].tagName[1]) + 1) faults.push(`${heading.tagName} after ${headings[i - 1].tagName}: ${heading.textContent.trim()}`)
    })
    return faults
  },

  'AC05 the title is the heading and the site': () => {
    const faults = []
    const heading = document.querySelector('h1')?.textContent.trim().replace(/\s+/g, ' ').replaceAll('\u00ad', '') ?? ''
    const [, before, site] = document.title.replace(/\s+/g, ' ').match(/^(?:(.*) – )?(.*)$/)
    if (document.title.length > 90) faults.push(`${document.title.length} characters`)
    if (!site) faults.push('no name of the site')
    if (before !== undefined && before !== heading && !(before.endsWith('…') && heading.startsWith(before.slice(0, -1)))) faults.push(`"${document.title}" over "${heading}"`)
    if (before === undefined && document.title !== heading && document.querySelector('.crumbs')) faults.push(`"${document.title}" alone`)
    return faults
  },

  'AC06 landmarks': ({ name, short }) => {
    const faults = []
    const outside = (tag) => [...document.querySelectorAll(tag)].filter((element) => !element.closest('main, article, aside, section, nav')).length
    for (const tag of ['header', 'footer']) if (outside(tag) !== 1) faults.push(`${outside(tag)} ${tag}`)
    if (document.querySelectorAll('main').length !== 1) faults.push('not one main')
    const names = [...document.querySelectorAll('nav')].map(name)
    for (const [i, text] of names.entries()) {
      if (!text) faults.push('nav without a name')
      else if (names.indexOf(text) !== i) faults.push(`two navs are called "${text}"`)
    }
    const forms = [...document.querySelectorAll('form')].filter((form) => form.querySelector('input[type=search]'))
    for (const form of forms) if (!form.closest('search, [role=search]')) faults.push(`no search landmark round ${short(form)}`)
    const searches = [...document.querySelectorAll('search, [role=search]')].map(name)
    if (searches.length > 1 && new Set(searches).size < searches.length) faults.push('two searches of one name')
    for (const child of document.body.children) {
      if (!child.matches('header, main, footer, nav, aside, script, [role=region], a[href^="#"]')) faults.push(`outside of all landmarks: ${short(child)}`)
    }
    return faults
  },

  'AC07 tables have a name and headers': ({ name, short }) => [...document.querySelectorAll('table')].flatMap((table) => {
    const faults = []
    if (!table.caption?.textContent.trim() && !name(table)) faults.push(`no name: ${short(table)}`)
    if (!table.querySelector('th')) faults.push(`no header: ${short(table)}`)
    for (const th of table.querySelectorAll('th')) if (!['col', 'row', 'colgroup', 'rowgroup'].includes(th.scope)) faults.push(`th without scope: ${short(th)}`)
    return faults
  }),

  'AC08 images say what they show': ({ short }) => [
    ...[...document.querySelectorAll('img')].filter((image) => image.getAttribute('alt') === null).map((image) => `no alt: ${short(image)}`),
    ...[...document.querySelectorAll('img[alt]')].filter((image) => /\.(png|jpe?g|gif|svg|webp|avif)$/i.test(image.alt) || /^(bild|image|img|foto|figur)[-_ ]?\d*$/i.test(image.alt)).map((image) => `the alt is a file name: ${short(image)}`),
    ...[...document.querySelectorAll('svg')].filter((image) => image.getAttribute('aria-hidden') !== 'true' && !image.closest('[aria-hidden=true]') && !(['img', 'group'].includes(image.getAttribute('role')) && (image.getAttribute('aria-label') || image.getAttribute('aria-labelledby') || image.querySelector('title')))).map((image) => `neither hidden nor named: ${short(image)}`)
  ],

  'AC09 links say where they lead': ({ words, target }) => {
    const faults = []
    const text = (link) => words(link) || [...link.querySelectorAll('img, svg')].map((image) => image.getAttribute('alt') ?? image.getAttribute('aria-label') ?? '').join(' ').trim() || link.textContent.trim()
    for (const link of document.querySelectorAll('a[href]')) {
      const said = text(link)
      if (!said) faults.push(`no text: ${link.getAttribute('href')}`)
      if (/^(här|läs mer|klicka här|länk|mer|more|here|read more)[.»>→ ]*$/i.test(said)) faults.push(`"${said}"`)
      if (/^(https?:\/\/|www\.)\S*$|^[a-z\d-]+(\.[a-z\d-]+)+\/\S*$/i.test(said)) faults.push(`a bare address: ${said}`)
    }
    for (const list of document.querySelectorAll('ul, ol')) {
      const targets = new Map()
      for (const link of list.querySelectorAll('a[href]')) {
        if (link.closest('ul, ol') !== list) continue
        const said = text(link).toLowerCase()
        const { href } = target(link)
        if (targets.has(said) && targets.get(said) !== href) faults.push(`"${said}" leads to two places in one list: ${targets.get(said).slice(-60)} and ${href.slice(-60)}`)
        targets.set(said, href)
      }
    }
    return faults
  },

  'AC10 no false headings and lists': () => [...document.querySelectorAll('main p')].flatMap((paragraph) => {
    const text = paragraph.textContent.trim()
    const [only] = paragraph.children
    if (text && paragraph.closest('.prose') && paragraph.children.length === 1 && /^(B|STRONG)$/.test(only.tagName) && only.textContent.trim() === text) return [`bold instead of a heading: ${text.slice(0, 80)}`]
    if (/^([-–*•·]|\d+[.)])\s/.test(text) && /<br>\s*([-–*•·]|\d+[.)])\s/.test(paragraph.innerHTML)) return [`a list in a paragraph: ${text.slice(0, 80)}`]
    if (/^[*•·]\s/.test(text)) return [`a list in a paragraph: ${text.slice(0, 80)}`]
    return []
  }),

  'AC12 no order of its own for the keyboard': ({ short }) => [...document.querySelectorAll('[tabindex]')].filter((element) => element.tabIndex > 0).map(short),

  'AC16 the current page is marked': ({ short }) => {
    const faults = []
    const here = location.href.replace(/[?#].*/, '')
    for (const link of document.querySelectorAll('header nav a[href], footer nav a[href]')) {
      if (link.href === here && link.getAttribute('aria-current') !== 'page') faults.push(`not marked: ${short(link)}`)
    }
    for (const menu of document.querySelectorAll('header nav, footer nav')) if (menu.querySelectorAll('[aria-current]').length > 1) faults.push('two current pages in one menu')
    for (const crumbs of document.querySelectorAll('nav.crumbs')) {
      const items = [...crumbs.querySelectorAll('li')]
      if (crumbs.querySelectorAll('[aria-current=page]').length !== 1 || !items.at(-1)?.querySelector('[aria-current=page]')) faults.push('the last step of the breadcrumb is not marked')
    }
    return faults
  },

  'AC34 no English words of an interface': ({ texts }) => {
    const english = /^(search|home|menu|main menu|next|previous|back( to top)?|skip to (main )?content|read more|more|close|open|show more|published|last updated|updated|contents|on this page|table of contents|related( pages)?|sources?|breadcrumbs?|footer|header|page not found|not found|loading|results?|no results|filter|sort|clear|submit|download|share|print|language|contact|about|tags?|categor(y|ies)|date|author)[ .:…]*$/i
    const attributes = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].filter((element) => (element.closest('[lang]')?.lang ?? '') === 'sv')
      .flatMap((element) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name)).filter(Boolean))
    return [...texts().filter(([, language]) => language === 'sv').map(([text]) => text), ...attributes].filter((text) => english.test(text.trim()))
  },

  'AC36 where the page comes from': ({ shown }, about) => {
    if (!about.kind) return []
    const faults = []
    const start = document.querySelector('main .crumbs') === null && document.querySelector('main .steps') !== null
    const field = (...labels) => [...document.querySelectorAll('main dt')].find((term) => labels.includes(term.textContent.trim()))?.parentElement
    if (!start && !document.querySelector('nav.crumbs')) faults.push('no breadcrumb')
    const date = field('Publicerad', 'Published')?.querySelector('time')
    if (!date || !shown(date)) faults.push('no date of publication')
    if (about.updated && field('Senast ändrad', 'Last changed', 'Last updated', 'Updated')?.querySelector('time')?.dateTime !== about.updated) faults.push('not the date of the last change')
    const responsible = field('Ansvarig för sidan', 'Responsible', 'Responsible for the page', 'Responsible for this page')
    if (!responsible?.querySelector('dd')?.textContent.trim()) faults.push('nobody is responsible')
    if (!document.querySelector('header .sender')?.textContent.trim()) faults.push('no sender')
    return faults
  },

  'AC37 contents from three headings, and fragments that lead somewhere': () => {
    const faults = []
    const headings = [...document.querySelectorAll('main h2')].filter((heading) => !heading.closest('nav'))
    const navs = [...document.querySelectorAll('main nav')]
    const within = navs.map((nav) => [...nav.querySelectorAll('a[href^="#"]')])
    // A menu, or a table before the first part whose rows lead to the parts.
    const contents = [...navs, ...document.querySelectorAll('main .head table')].filter((one) => one.querySelector('a[href^="#"]'))
    if (headings.length >= 3 && !contents.length) faults.push(`${headings.length} h2 and no contents`)
    else if (headings.length >= 3) {
      const listed = new Set(contents.flatMap((one) => [...one.querySelectorAll('a[href^="#"]')].map((link) => decodeURIComponent(link.hash.slice(1)))))
      for (const heading of headings) if (!listed.has(heading.id)) faults.push(`not in the contents: ${heading.textContent.trim()}`)
    }
    for (const link of within.flat()) if (!document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)))) faults.push(`leads nowhere: ${link.getAttribute('href')}`)
    return faults
  },

  'AC38 the footer leads to the accessibility statement': ({ words }) => {
    // A file that is made to be sent alone leads nowhere.
    if (!document.querySelector('a[href]:not([href^="#"])')) return document.querySelector('footer')?.textContent.trim() ? [] : ['no footer']
    if (document.documentElement.lang !== 'sv') return document.querySelector('footer') ? [] : ['no footer']
    return [...document.querySelectorAll('footer a[href]')].some((link) => /tillgänglighet/i.test(words(link))) ? [] : ['no link to it']
  },

  'AC41 downloads tell their name, type and size': ({ target }) => [...document.querySelectorAll('a[href]')].flatMap((link) => {
    const { pathname, protocol, origin } = target(link)
    const file = decodeURIComponent(pathname)
    const outside = /^https?:$/.test(protocol) && origin !== location.origin
    if (outside || !/^(file|https?):$/.test(protocol) || /(\/|\.html)$/.test(file)) return []
    const type = file.split('.').pop().toUpperCase()
    const said = link.textContent.trim().replace(/\s+/g, ' ')
    return new RegExp(`^.{3,} \\(${type}, \\d[\\d ,]* ?(byte|kB|MB|GB)\\)$`, 'i').test(said) ? [] : [`${said}: ${file.split('/').pop()}`]
  }),

  'AC43 nothing is stored': async () => {
    const faults = []
    if (document.cookie) faults.push('a cookie')
    if (localStorage.length) faults.push('localStorage')
    if (sessionStorage.length) faults.push('sessionStorage')
    if ((await indexedDB.databases?.() ?? []).length) faults.push('IndexedDB')
    try {
      if ((await navigator.serviceWorker?.getRegistrations() ?? []).length) faults.push('a service worker')
    } catch {
      // There are none on file://.
    }
    return faults
  }
}

const source = (names) => `(async (about) => {
  const tools = {${Object.entries(tools).map(([name, tool]) => `${name}: ${tool}`).join(',')}}
  const found = {}
  for (const [name, rule] of [${names.map((name) => `[${JSON.stringify(name)}, ${rules[name]}]`).join(',')}]) found[name] = await rule(tools, about)
  return found
})`

// {rule: [fault, …]} of the page that is open.
const judge = (page, about = {}, names = Object.keys(rules)) => page.evaluate(`${source(names)}(${JSON.stringify(about)})`)

module.exports = { rules, judge }
