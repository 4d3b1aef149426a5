// The list of hits: the first ten at once, the rest as the reader comes to them.
'use strict'
const { element } = require('./elements.js')

const STEP = 10
// So many are listed one after another without being asked for; a site whose index is loaded whole has few pages.
const LISTED_UNASKED = 500

function hitElement(hit, settings) {
  const own = hit.language === settings.language
  const lang = own ? undefined : hit.language
  const link = element('a', { href: settings.root + hit.address + (hit.anchor ? `#${encodeURIComponent(hit.anchor)}` : ''), lang }, hit.title || hit.address)
  const meta = []
  if (hit.kind) meta.push(element('span', { class: 'kind', 'data-kind': hit.kindId, lang }, hit.kind))
  if (hit.dateText) meta.push(element('time', { datetime: hit.date, lang }, hit.dateText))
  if (hit.outdated) meta.push(element('span', { class: 'outdated' }, settings.texts.outdated))
  const item = element('li', { class: hit.outdated ? 'hit outdated' : 'hit' }, element('p', { class: 't' }, link))
  if (meta.length) item.append(element('p', { class: 'meta' }, ...meta.flatMap((part, i) => (i ? [' ', part] : [part]))))
  if (hit.trail.length) item.append(element('p', { class: 'trail', lang }, hit.trail.join(' › ')))
  if (hit.parts.length) item.append(element('p', { class: 'snippet', lang }, ...hit.parts.map(({ text, marked }) => (marked ? element('mark', {}, text) : text))))
  return item
}

class HitList {
  /**
   * @param {HTMLElement} list
   * @param {HTMLButtonElement} more
   */
  constructor(list, more, settings) {
    this.list = list
    this.more = more
    this.settings = settings
    this.turn = 0
    more.addEventListener('click', () => this.addStep(true))
    if ('IntersectionObserver' in window) new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && this.addStep(false)).observe(more)
  }

  clear() {
    this.turn++
    this.list.replaceChildren()
    this.list.removeAttribute('aria-busy')
    this.more.hidden = true
  }

  busy() {
    this.list.setAttribute('aria-busy', 'true')
  }

  /** Replaces the list. Resolves when its first hits are there. */
  async fill(engine, count, isSmallSite) {
    const turn = ++this.turn
    // Titles at once; their texts are still to be loaded.
    const titles = await engine.list(0, STEP)
    if (turn !== this.turn) return
    Object.assign(this, { engine, count, adding: false })
    this.list.replaceChildren(...titles.map(hit => hitElement(hit, this.settings)))
    const first = await engine.show(0, STEP)
    if (turn !== this.turn) return
    this.list.replaceChildren(...first.map(hit => hitElement(hit, this.settings)))
    this.more.hidden = first.length >= count
    if (isSmallSite && count <= LISTED_UNASKED) await this.addAll(turn)
    if (turn === this.turn) this.list.removeAttribute('aria-busy')
  }

  async addAll(turn) {
    while (turn === this.turn && !this.more.hidden) await this.addStep(false)
  }

  async addStep(byHand) {
    if (this.more.hidden || this.adding) return
    this.adding = true
    const turn = this.turn, from = this.list.children.length
    try {
      const hits = await /** @type {any} */ (this).engine.show(from, from + STEP)
      if (turn !== this.turn) return
      this.list.append(...hits.map(hit => hitElement(hit, this.settings)))
      this.more.hidden = hits.length === 0 || from + hits.length >= /** @type {any} */ (this).count
      if (byHand) this.list.children[from]?.querySelector('a')?.focus()
    } finally {
      if (turn === this.turn) this.adding = false
    }
  }
}

module.exports = { HitList }
