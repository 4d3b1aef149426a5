// The search page: the reader's words from the field or the address, hits into the list. Which elements and data-* it drives: README.md here.
'use strict'
const { openEngine } = require('./engine-link.js')
const { element, fill } = require('./elements.js')
const { FacetForm } = require('./facet-form.js')
const { HitList } = require('./hit-list.js')

const DEBOUNCE = 150, LONGEST_TOLD = 80, LONGEST_IN_TITLE = 40
const TEXTS = {
  one: '1 träff på ”{query}”',
  many: '{count} träffar på ”{query}”',
  none: 'Inga träffar på ”{query}”. Pröva färre eller andra ord.',
  one_chosen: '1 sida i urvalet',
  many_chosen: '{count} sidor i urvalet',
  none_chosen: 'Ingen sida har allt det valda.',
  problem: 'Sökningen kunde inte läsa sitt innehåll. Ladda om sidan, eller leta i {register}.',
  register: 'A–Ö-registret',
  outdated: 'Inaktuell',
  suggestion: 'Menade du {query}?',
  narrow: 'Begränsa',
  clear: 'Ta bort alla val',
  all: 'Visa alla {count}',
  shortcut: 'Tangenten / flyttar hit',
}

const cut = (text, longest) => {
  const characters = Array.from(text)
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text
}

class SearchPage {
  constructor(frame, settings) {
    const find = id => frame.querySelector(id)
    this.settings = settings
    this.title = document.title
    this.field = find('#search-query')
    this.form = this.field.form
    this.status = find('#search-status')
    this.suggestion = find('#search-suggestion')
    this.list = new HitList(find('#search-hits'), find('#search-more'), settings)
    this.facetPlace = find('#search-facets')
    this.facets = /** @type {any} a FacetForm, when the engine is there */ (null)
    this.shown = /** @type {string | null} */ (null) // the address of what is on the page
    this.timer = 0
    this.settled = true // the entry in the history is a query the reader has finished
  }

  start() {
    this.field.addEventListener('focus', () => this.engine().catch(() => {}), { once: true })
    this.field.addEventListener('input', () => {
      clearTimeout(this.timer)
      this.timer = window.setTimeout(() => this.ask(false), DEBOUNCE)
    })
    this.form.addEventListener('submit', event => {
      event.preventDefault()
      clearTimeout(this.timer)
      this.ask(true)
    })
    window.addEventListener('popstate', () => {
      clearTimeout(this.timer)
      this.readAddress()
    })
    this.addShortcut()
    this.readAddress()
    if (document.activeElement === this.field) this.engine().catch(() => {})
  }

  /** "/" comes to the field. A key alone must be possible to turn off (WCAG 2.1.4): the box does. */
  addShortcut() {
    const box = /** @type {HTMLInputElement} */ (element('input', { type: 'checkbox', checked: true }))
    this.form.append(element('p', { class: 'small shortcut' }, element('label', {}, box, ` ${this.settings.texts.shortcut}`)))
    document.addEventListener('keydown', event => {
      const target = /** @type {HTMLElement} */ (event.target)
      const writes = target.isContentEditable || /^(select|textarea)$/i.test(target.tagName) || (target instanceof HTMLInputElement && target.type !== 'checkbox')
      if (event.key !== '/' || !box.checked || writes || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      this.field.focus()
      this.field.select()
    })
  }

  /** The same promise until it fails; the next query then tries again. */
  engine() {
    if (!this.loading) {
      this.loading = openEngine(this.settings).then(({ engine, opened }) => {
        if (!this.facets) this.facets = new FacetForm(this.facetPlace, opened.facets, this.settings.texts, () => this.ask(true))
        this.isSmall = opened.whole
        return engine
      })
      this.loading.catch(() => (this.loading = null))
    }
    return this.loading
  }

  async readAddress() {
    const parameters = new URLSearchParams(location.search)
    this.settled = true
    this.field.value = parameters.get('q') || ''
    if ([...parameters].every(([, value]) => !value.trim())) return this.showNothing()
    if (!(await this.isReady())) return
    this.facets.read(parameters)
    this.show()
  }

  async ask(finished) {
    if (!(await this.isReady())) return
    this.writeAddress(finished)
    this.show()
  }

  /** Once the engine is there; false when it cannot be had, and the reader has been told. */
  async isReady() {
    if (!this.facets) this.list.busy()
    try {
      await this.engine()
      return true
    } catch (problem) {
      console.error(problem)
      this.showProblem()
      return false
    }
  }

  parameters() {
    const parameters = new URLSearchParams()
    const query = this.field.value.trim()
    if (query) parameters.set('q', query)
    if (this.facets) this.facets.write(parameters)
    return parameters
  }

  /** Typing changes one entry of the history; a finished query is kept for the way back. */
  writeAddress(finished) {
    const address = new URL(location.href)
    const wanted = this.parameters().toString()
    address.hash = ''
    try {
      if (new URLSearchParams(location.search).toString() !== wanted) {
        address.search = wanted
        if (this.settled) history.pushState(null, '', address)
        else history.replaceState(null, '', address)
      }
    } catch {
      // Too long, or too often: the hits are shown all the same.
    }
    this.settled = finished
  }

  async show() {
    const query = this.field.value.trim(), wanted = this.parameters().toString()
    if (wanted === this.shown) return
    if (!query && this.facets.isEmpty) return this.showNothing()
    this.shown = wanted
    this.list.busy()
    try {
      const engine = await this.engine()
      const { count, facets, suggestion } = await engine.search(query, this.facets.chosen)
      if (wanted !== this.shown) return
      const filled = this.list.fill(engine, count, this.isSmall)
      this.facets.show(facets)
      this.showSuggestion(suggestion)
      await filled
      if (wanted === this.shown) this.tell(query, count)
    } catch (problem) {
      console.error(problem)
      if (wanted === this.shown) this.showProblem()
    }
  }

  tell(query, count) {
    const { texts, language } = this.settings
    const number = count === 0 ? 'none' : count === 1 ? 'one' : 'many'
    const text = query ? texts[number] : texts[`${number}_chosen`]
    this.status.textContent = fill(text, { query: cut(query, LONGEST_TOLD), count: count.toLocaleString(language) }).join('')
    // What a tab, a bookmark and the way back are called by.
    document.title = query ? `${cut(query, LONGEST_IN_TITLE)} – ${this.title}` : this.title
  }

  showSuggestion(suggestion) {
    if (!suggestion) return this.suggestion.replaceChildren()
    const parameters = this.parameters()
    parameters.set('q', suggestion)
    const link = element('a', { href: `?${parameters}` }, suggestion)
    link.addEventListener('click', event => {
      event.preventDefault()
      this.field.value = suggestion
      this.ask(true)
      this.field.focus()
    })
    this.suggestion.replaceChildren(...fill(this.settings.texts.suggestion, { query: link }))
  }

  showNothing() {
    this.shown = ''
    this.status.textContent = ''
    document.title = this.title
    this.list.clear()
    this.suggestion.replaceChildren()
    if (this.facets) this.facets.clear()
    // Whoever stood in a box that goes away goes on in the field.
    if (this.facetPlace.contains(document.activeElement)) this.field.focus()
    this.facetPlace.replaceChildren()
    this.facetPlace.hidden = true
  }

  showProblem() {
    this.showNothing()
    this.shown = null
    const link = element('a', { href: this.settings.register }, this.settings.texts.register)
    this.status.replaceChildren(...fill(this.settings.texts.problem, { register: link }))
  }
}

const frame = document.getElementById('search')
if (frame) {
  const { root, lang, index, engine, engineIntegrity, register, strings } = frame.dataset
  new SearchPage(frame, {
    root: root || '',
    language: lang || 'sv',
    languages: JSON.parse(index || '["sv"]'),
    engine: engine || '',
    integrity: engineIntegrity || '',
    register: register || '',
    texts: { ...TEXTS, ...JSON.parse(strings || '{}') },
  }).start()
}
