// From a reader's word to terms of the index: its forms, its relatives, compounds with it, names, and what it may be misspelt from.
// The index is not touched by any of this; generator/search/vocabulary.h is the twin of this file for `vav search`.
'use strict'

// How much a term says about the word, where the word itself says 1.
const WEIGHT = { exact: 1, inflected: 0.95, folded: 0.95, composite: 0.85, alias: 0.8, tail: 0.6, derived: 0.5, head: 0.4, prefix: 0.4, beginning: 0.75, near: 0.5, apart: 0.2, firstPart: 0.25, misspelt: 0.8, misread: 0.4 }
const MOST_COMPOUNDS = 12, MOST_PREFIX_TERMS = 20, MOST_CORRECTIONS = 3
const SHORTEST_MISSPELT = 5, LONGEST_MISSPELT = 24, SHORTEST_ROOT = 4
const SHORTEST_PART = 3, LONG_PART = 6, LONG_FIRST_PART = 7
// Nobody writes longer ones; taking a thousand letters apart takes seconds.
const LONGEST_COMPOUND = 60
const LETTERS = 'abcdefghijklmnopqrstuvwxyzåäöé'

const FOLDED = new Map(Object.entries({ å: 'a', ä: 'a', á: 'a', à: 'a', â: 'a', ã: 'a', ö: 'o', ø: 'o', ó: 'o', ò: 'o', ô: 'o', õ: 'o', é: 'e', è: 'e', ê: 'e', ë: 'e',
  ü: 'u', ú: 'u', ù: 'u', û: 'u', í: 'i', ì: 'i', î: 'i', ï: 'i', ñ: 'n', ç: 'c', ý: 'y', ÿ: 'y' }))
const FOLDABLE = /[åäáàâãöøóòôõéèêëüúùûíìîïñçýÿ]/g

/** Without diacritics, one unit for one unit. */
const fold = text => text.replace(FOLDABLE, letter => FOLDED.get(letter))

/** Whether `term` may be what a reader meant who wrote `typed`: equal but for diacritics that `typed` lacks. */
function meantBy(typed, term) {
  for (let i = 0; i < term.length; i++) {
    if (typed[i] !== term[i] && typed[i] !== (FOLDED.get(term[i]) || term[i])) return false
  }
  return true
}

/** term -> weight, the highest that it was given. */
class WeighedTerms {
  constructor() {
    this.weights = new Map()
  }

  add(term, weight) {
    if (!(this.weights.get(term) >= weight)) this.weights.set(term, weight)
  }

  terms() {
    return [...this.weights.keys()]
  }

  get size() {
    return this.weights.size
  }
}

class Vocabulary {
  /**
   * @param {string[]} terms in the order of UTF-16 units
   * @param {number[]} spread by term: bits of the number of documents that have it
   * @param {any} rules generator/search/language_rules.h
   * @param {any} pipeline
   */
  constructor(terms, spread, rules, pipeline) {
    this.terms = terms
    this.spread = spread
    this.rules = rules
    this.pipeline = pipeline
    this.wordUnits = new Map()
    this.derivations = rules.derivations.map(fold)
    this.folded = terms.map(fold)
    this.foldedNumbers = new Map()
    this.folded.forEach((folded, number) => {
      const known = this.foldedNumbers.get(folded)
      if (known) known.push(number)
      else this.foldedNumbers.set(folded, [number])
    })
    this.byRoot = new Map()
    this.byPart = new Map()
    const append = (map, key, number) => (map.get(key) || map.set(key, []).get(key)).push(number)
    terms.forEach((term, number) => {
      const root = this.root(this.folded[number])
      if (root) append(this.byRoot, root, number)
      for (const part of this.partsOf(term)) append(this.byPart, fold(part), number)
    })
    this.light = new Set(rules.light.map(word => pipeline.stem(word)))
    this.irregular = new Map()
    for (const group of rules.irregular) {
      const stems = group.map(word => pipeline.stem(word))
      for (const stem of stems) this.irregular.set(stem, (this.irregular.get(stem) || []).concat(stems))
    }
  }

  /** A folded term without its ending of derivation, or '' when too little is left. */
  root(term) {
    for (const ending of this.derivations) {
      if (term.length - ending.length >= SHORTEST_ROOT && term.endsWith(ending)) return term.slice(0, -ending.length)
    }
    return term.length >= SHORTEST_ROOT ? term : ''
  }

  /** The words that a term such as "2024/117", "och/eller" or "scb:s" is put together of. */
  partsOf(term) {
    const parts = []
    let word = ''
    for (const unit of term + ' ') {
      if (this.isWordUnit(unit)) word += unit
      else if (word !== '') {
        parts.push(word)
        word = ''
      }
    }
    return parts.length === 1 && parts[0] === term ? [] : parts.map(part => this.pipeline.stem(part))
  }

  /** Letters of Latin script count in every language, whatever its trimmer keeps. */
  isWordUnit(unit) {
    let known = this.wordUnits.get(unit)
    if (known === undefined) {
      known = (unit >= '\u00C0' && unit <= '\u024F' && unit !== '\u00D7' && unit !== '\u00F7') || this.pipeline.trim(unit) !== ''
      this.wordUnits.set(unit, known)
    }
    return known
  }

  /** Calls found(term, factor) for the terms that a reader who writes `stem` may mean. */
  lookUp(stem, found) {
    for (const number of this.foldedNumbers.get(fold(stem)) || []) {
      const term = this.terms[number]
      if (term === stem) found(number, 1)
      else if (meantBy(stem, term)) found(number, WEIGHT.folded)
    }
  }

  has(stem) {
    let any = false
    this.lookUp(stem, () => (any = true))
    return any
  }

  /** Stems of other forms of the word with this stem, as far as rules can tell. */
  inflections(stem) {
    const bases = [stem], forms = new Set()
    const shortest = ending => (ending === 'n' || ending === 's' ? 4 : 3)
    for (const ending of this.rules.endings) {
      if (stem.endsWith(ending) && stem.length - ending.length >= shortest(ending)) bases.push(stem.slice(0, -ending.length))
    }
    for (const base of [...bases]) {
      for (const [one, other] of this.rules.swaps) {
        if (base.endsWith(one)) bases.push(base.slice(0, -one.length) + other)
        if (base.endsWith(other)) bases.push(base.slice(0, -other.length) + one)
      }
    }
    for (const base of bases) {
      forms.add(base)
      if (base.length < 3) continue
      for (const ending of this.rules.endings) if (base.length >= shortest(ending)) forms.add(base + ending)
    }
    for (const form of this.irregularForms(stem)) forms.add(form)
    forms.delete(stem)
    return [...forms]
  }

  /** "handböck" -> "handbok": the last part of a compound bends as it does alone. */
  irregularForms(stem) {
    const known = this.irregular.get(stem)
    if (known) return known
    for (let at = SHORTEST_PART; at + SHORTEST_PART <= stem.length; at++) {
      const forms = this.irregular.get(stem.slice(at))
      if (forms) return forms.map(form => stem.slice(0, at) + form)
    }
    return []
  }

  /** Terms that are the word itself, in any form. @returns {WeighedTerms} */
  itself(word) {
    const found = new WeighedTerms()
    const add = (stem, weight) => this.lookUp(stem, (number, factor) => found.add(number, weight * factor))
    add(word.stem, WEIGHT.exact)
    // Stemming a word that lacks its diacritics may go astray.
    if (word.surface !== word.stem) add(word.surface, WEIGHT.inflected)
    for (const form of this.inflections(word.stem)) add(form, WEIGHT.inflected)
    for (const number of this.byPart.get(fold(word.stem)) || []) {
      if (this.partsOf(this.terms[number]).some(part => meantBy(word.stem, part))) found.add(number, WEIGHT.composite)
    }
    if (!found.size) this.addParts(word, found)
    return found
  }

  /** "SCB:s", "ord/ord": the longest of the words that it is put together of. A number that no page has is no other number. */
  addParts(word, found) {
    if (/[0-9]/.test(word.surface)) return
    const longest = this.partsOf(word.surface).reduce((best, part) => (part.length > best.length ? part : best), '')
    if (longest.length > 1) this.lookUp(longest, (number, factor) => found.add(number, WEIGHT.composite * factor))
  }

  /** Whether something that stands first in a compound is a word: "arbets", "kvinno", "löne". */
  isFirstPart(text) {
    if (text.length < 3) return false
    const known = part => part.length >= 2 && (this.has(part) || this.has(this.pipeline.stem(part)))
    return known(text) || this.rules.joints.some(joint => text.endsWith(joint) && text.length - joint.length >= 2 && known(text.slice(0, -joint.length)))
  }

  /**
   * Compounds that hold one of the words, as their last part or before that: {last, other}, terms, the most common first.
   * @param {string[]} stems
   */
  compoundsOf(stems) {
    const parts = [...new Set(stems)].filter(stem => stem.length >= SHORTEST_PART).map(stem => ({ stem, part: fold(stem) }))
    const last = [], other = []
    this.folded.forEach((term, number) => {
      for (const { stem, part } of parts) {
        if (term.length < part.length + SHORTEST_PART) continue
        const at = term.indexOf(part)
        if (at === -1) continue
        const isLast = term.endsWith(part), begin = isLast ? term.length - part.length : at, end = begin + part.length
        // "vård" is not in "likvärdig".
        if (meantBy(stem, this.terms[number].slice(begin, end))) (isLast ? last : other).push([number, begin, end])
      }
    })
    return { last: this.realCompounds(last), other: this.realCompounds(other) }
  }

  /** Of [[term, where the word begins in it, where it ends]] those where words stand before and after. */
  realCompounds(candidates) {
    candidates.sort((a, b) => this.spread[b[0]] - this.spread[a[0]] || a[0] - b[0])
    const found = []
    for (const [number, begin, end] of candidates) {
      if (found.length === MOST_COMPOUNDS) break
      const term = this.terms[number], isLong = end - begin >= LONG_PART
      if (begin > 0 && !(isLong ? begin >= SHORTEST_PART : this.isFirstPart(term.slice(0, begin)))) continue
      if (end < term.length && !this.isRest(term.slice(end))) continue
      found.push(number)
    }
    return found
  }

  /** Compounds with the word, and what begins with it when the reader may not have finished. */
  addLonger(word, itself, found) {
    if (this.rules.joints.length) {
      const forms = this.inflections(word.stem).filter(form => this.has(form))
      const { last, other } = this.compoundsOf([word.stem, word.surface, ...forms])
      for (const number of last) found.add(number, WEIGHT.tail)
      for (const number of other) found.add(number, WEIGHT.head)
    }
    if (!word.last) return
    this.addUnfinished(word, found)
    if (word.surface.length < (itself.size ? 3 : 2)) return
    const prefix = fold(word.surface), longer = []
    this.folded.forEach((term, number) => {
      if (term.length > prefix.length && term.startsWith(prefix) && meantBy(word.surface, this.terms[number].slice(0, prefix.length))) longer.push(number)
    })
    longer.sort((a, b) => this.terms[a].length - this.terms[b].length || a - b)
    // What is no word yet can only be the beginning of one.
    const least = itself.size ? WEIGHT.prefix : WEIGHT.beginning
    for (const number of longer.slice(0, MOST_PREFIX_TERMS)) found.add(number, least + (0.2 * prefix.length) / this.terms[number].length)
  }

  /** The reader is in the middle of an ending that the stemmer takes away: "jämställdhe". */
  addUnfinished(word, found) {
    for (const [ending, shortest] of /** @type {[string, number][]} */ ([['hete', 1], ['ande', 2], ['ning', 1]])) {
      for (let length = shortest; length < ending.length; length++) {
        const begun = ending.slice(0, length)
        if (!word.surface.endsWith(begun) || word.surface.length - length < 4) continue
        this.lookUp(word.surface.slice(0, -length), (number, factor) => found.add(number, WEIGHT.prefix * factor))
      }
    }
  }

  /** Whether what follows the first part of a compound is a word, after a joint or without. */
  isRest(text) {
    const known = rest => rest.length >= 3 && (this.has(rest) || this.has(this.pipeline.stem(rest)))
    return known(text) || this.rules.joints.some(joint => text.startsWith(joint) && known(text.slice(joint.length)))
  }

  addRelatives(word, found) {
    if (!this.derivations.length) return
    const root = this.root(fold(word.stem))
    if (!root) return
    for (const number of this.byRoot.get(root) || []) {
      if (meantBy(word.stem.slice(0, root.length), this.terms[number].slice(0, root.length))) found.add(number, WEIGHT.derived)
    }
  }

  /** Ways to take a compound apart into words that the vocabulary has: [[terms of the first part], [of the last]]. */
  splits(word, isKnown) {
    const splits = []
    if (!this.rules.joints.length || word.surface.length > LONGEST_COMPOUND) return splits
    // Short parts stand in many words by chance: not where the compound itself is known.
    const shortest = isKnown ? SHORTEST_PART + 1 : SHORTEST_PART
    for (let at = shortest; at + shortest <= word.surface.length; at++) {
      const rest = word.surface.slice(at), stem = this.pipeline.stem(rest)
      if (this.pipeline.isStopWord(rest) || this.pipeline.isStopWord(word.surface.slice(0, at))) continue
      const last = this.itself({ surface: rest, stem })
      if (!last.size) continue
      const begin = word.surface.slice(0, at), first = this.firstPart(begin)
      if (!first.size) continue
      splits.push({ narrow: [first.terms(), last.terms()], wide: [this.widened(first, begin), this.widened(last, rest)] })
    }
    return splits
  }

  /** The terms, their relatives, and compounds with them or with the text that they were found by. */
  widened(found, text) {
    const wide = new WeighedTerms(), stems = [text, ...found.terms().map(term => this.terms[term])]
    for (const term of found.terms()) wide.add(term, 1)
    for (const stem of stems) this.addRelatives({ stem }, wide)
    const { last, other } = this.compoundsOf(stems)
    for (const term of [...last, ...other]) wide.add(term, 1)
    return wide.terms()
  }

  /** Terms of what stands first in a compound, without its joint. */
  firstPart(text) {
    const found = new WeighedTerms()
    for (const joint of ['', ...this.rules.joints]) {
      if (!text.endsWith(joint) || text.length - joint.length < SHORTEST_PART) continue
      const part = text.slice(0, text.length - joint.length)
      for (const [term, weight] of this.itself({ surface: part, stem: this.pipeline.stem(part) }).weights) found.add(term, weight)
    }
    return found
  }

  /** A long word that stands first in a compound whose rest the vocabulary lacks: "arbetsmiljö" in "arbetsmiljölagstiftning". */
  longFirstPart(word) {
    if (!this.rules.joints.length || word.surface.length > LONGEST_COMPOUND) return new WeighedTerms()
    for (let at = word.surface.length - SHORTEST_PART; at >= LONG_FIRST_PART; at--) {
      const found = this.firstPart(word.surface.slice(0, at))
      if (found.size) return found
    }
    return new WeighedTerms()
  }

  /** Words one typing error away: [{surface, term}], the most common first. */
  corrections(word) {
    const { surface } = word, found = new Map()
    const length = surface.length
    if (length < SHORTEST_MISSPELT || length > LONGEST_MISSPELT || /\d/.test(surface)) return []
    const tryOut = variant => this.lookUp(this.pipeline.stem(variant), number => found.has(number) || found.set(number, variant))
    for (let i = 0; i + 1 < length; i++) tryOut(surface.slice(0, i) + surface[i + 1] + surface[i] + surface.slice(i + 2))
    for (let i = 1; i < length; i++) tryOut(surface.slice(0, i) + surface.slice(i + 1))
    for (let i = 1; i <= length; i++) for (const letter of LETTERS) tryOut(surface.slice(0, i) + letter + surface.slice(i))
    for (let i = 1; i < length; i++) for (const letter of LETTERS) tryOut(surface.slice(0, i) + letter + surface.slice(i + 1))
    return [...found]
      .map(([term, variant]) => ({ term, surface: variant }))
      .sort((a, b) => this.spread[b.term] - this.spread[a.term] || a.term - b.term)
      .slice(0, MOST_CORRECTIONS)
  }
}

module.exports = { Vocabulary, WeighedTerms, WEIGHT, fold }
