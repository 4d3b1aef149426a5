// lunr's own way from words to terms, for one language, over plain strings.
'use strict'

const SEPARATOR = /[^\s-]+/g

/** @param {any} lunr lunr 2.3.9 with lunr-languages' sv; its trimmer, stop words and stemmer made the index. */
function makePipeline(lunr, language) {
  const own = language === 'en' ? lunr : lunr[language]
  const apply = (step, text) => {
    const token = step(new lunr.Token(text, {}))
    return token ? token.toString() : null
  }
  const terms = new Map()
  return {
    /** Without what is no letter or digit at either end. @returns {string} */
    trim: text => apply(own.trimmer, text),
    /** @returns {boolean} */
    isStopWord: text => apply(own.stopWordFilter, text) === null,
    /** @returns {string} */
    stem: text => apply(own.stemmer, text),
    /** The term of a token of a text, or null for a stop word. @returns {string | null} */
    term(token) {
      let term = terms.get(token)
      if (term === undefined) {
        const word = this.trim(token.toLowerCase())
        term = this.isStopWord(word) ? null : this.stem(word)
        terms.set(token, term)
      }
      return term
    },
  }
}

/** The tokens of a text: [{start, text}]; the same as lunr's. */
function tokens(text) {
  return Array.from(text.matchAll(SEPARATOR), match => ({ start: match.index, text: match[0] }))
}

module.exports = { makePipeline, tokens }
