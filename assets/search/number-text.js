// Whole numbers as text; generator/search/number_text.h says how and writes them.
'use strict'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Uint8Array(128)
for (let i = 0; i < DIGITS.length; i++) VALUES[DIGITS.charCodeAt(i)] = i

class NumberReader {
  /** @param {string} text */
  constructor(text) {
    this.text = text
    this.at = 0
  }

  atEnd() {
    return this.at >= this.text.length
  }

  /** @returns {number} */
  next() {
    let number = 0, shift = 0
    for (;;) {
      const digit = VALUES[this.text.charCodeAt(this.at++)]
      number += (digit & 31) * 2 ** shift
      if (digit < 32) return number
      shift += 5
    }
  }
}

module.exports = { NumberReader }
