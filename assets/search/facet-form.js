// What hits are narrowed by: one group of boxes a facet. The choice lives in the address, so that it can be sent to somebody.
'use strict'
const { element, fill } = require('./elements.js')

const VALUES_AT_FIRST = 8

class FacetForm {
  /**
   * @param {HTMLElement} place
   * @param {any[]} facets [{id, label, values: [{id, label}]}]
   * @param {() => void} changed
   */
  constructor(place, facets, texts, changed) {
    this.place = place
    this.facets = facets
    this.texts = texts
    this.changed = changed
    this.chosen = {}
    this.counts = []
    this.unfolded = new Set()
    this.open = new Set()
    place.addEventListener('change', event => {
      const box = /** @type {HTMLInputElement} */ (event.target)
      const values = new Set(this.chosen[box.name] || [])
      if (box.checked) values.add(box.value)
      else values.delete(box.value)
      this.chosen[box.name] = [...values]
      this.changed()
    })
  }

  /** Of an address; what no facet knows is left out. */
  read(parameters) {
    this.chosen = {}
    for (const { id, values } of this.facets) {
      const known = parameters.getAll(id).filter(value => values.some(one => one.id === value))
      if (known.length) this.chosen[id] = [...new Set(known)]
    }
  }

  write(parameters) {
    for (const { id } of this.facets) {
      parameters.delete(id)
      for (const value of this.chosen[id] || []) parameters.append(id, value)
    }
  }

  get isEmpty() {
    return Object.values(this.chosen).every(values => !values.length)
  }

  clear() {
    this.chosen = {}
  }

  /** @param {{id: string, values: number[]}[]} counts */
  show(counts) {
    this.counts = counts
    const focused = document.activeElement instanceof HTMLElement && this.place.contains(document.activeElement) ? document.activeElement.id : ''
    const groups = /** @type {HTMLElement[]} */ (this.facets.map((facet, i) => this.group(facet, counts[i].values)).filter(Boolean))
    const clear = element('button', { type: 'button', class: 'button second', id: 'search-clear' }, this.texts.clear)
    clear.addEventListener('click', () => {
      this.clear()
      this.changed()
    })
    this.place.replaceChildren(...(groups.length ? [element('h2', {}, this.texts.narrow), ...groups] : []), ...(this.isEmpty ? [] : [clear]))
    this.place.hidden = !groups.length && this.isEmpty
    // The boxes are new; whoever stood in one stands in it still.
    if (focused) (document.getElementById(focused) || document.getElementById('search-query'))?.focus()
  }

  group(facet, counts) {
    const chosen = new Set(this.chosen[facet.id] || [])
    const values = facet.values.map((value, i) => ({ ...value, count: counts[i] })).filter(({ id, count }) => count || chosen.has(id))
    if (!values.length) return null
    // The chosen ones first, then by how many hits; years as they come.
    const byCount = /^\d{4}$/.test(values[0].id) ? values : [...values].sort((a, b) => Number(chosen.has(b.id)) - Number(chosen.has(a.id)) || b.count - a.count)
    const shown = this.unfolded.has(facet.id) ? byCount : byCount.slice(0, VALUES_AT_FIRST)
    const list = element('ul', {}, ...shown.map(value => this.box(facet, value, chosen.has(value.id))))
    const group = element('fieldset', {}, element('legend', { class: 'hide' }, facet.label), list)
    if (shown.length < byCount.length) group.append(this.unfold(facet, byCount.length))
    const told = chosen.size ? ` (${chosen.size})` : ''
    const details = /** @type {HTMLDetailsElement} */ (element('details', { class: 'facet', open: this.open.has(facet.id) || chosen.size > 0 }, element('summary', { id: `facet-${facet.id}` }, facet.label + told), group))
    details.addEventListener('toggle', () => (details.open ? this.open.add(facet.id) : this.open.delete(facet.id)))
    return details
  }

  box(facet, { id, label, count }, isChosen) {
    const box = element('input', { type: 'checkbox', name: facet.id, value: id, id: `facet-${facet.id}-${id}`, checked: isChosen })
    return element('li', {}, element('label', {}, box, ' ', element('span', {}, label), ' ', element('span', { class: 'count' }, String(count))))
  }

  unfold(facet, count) {
    const button = element('button', { type: 'button', class: 'plain', id: `facet-${facet.id}-all` }, ...fill(this.texts.all, { count: String(count) }))
    button.addEventListener('click', () => {
      this.unfolded.add(facet.id)
      this.show(this.counts)
      // The button is gone; its reader goes on where it stood.
      const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (this.place.querySelectorAll(`input[name="${facet.id}"]`))
      boxes[VALUES_AT_FIRST].focus()
    })
    return button
  }
}

module.exports = { FacetForm }
