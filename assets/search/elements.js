// Elements from data. Text becomes text nodes, never HTML.
'use strict'

/**
 * @param {string} name
 * @param {Record<string, string | boolean | undefined>} attributes true: present without a value; false, undefined and '': left out
 * @param {...(Node | string)} children
 */
function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '')
    else if (value) made.setAttribute(key, String(value))
  }
  made.append(...children)
  return made
}

/** The text with its {names} filled in, as nodes for `append`. */
function fill(text, values) {
  return text.split(/\{(\w+)\}/).map((part, i) => (i % 2 === 0 ? part : Object.hasOwn(values, part) ? values[part] : `{${part}}`))
}

module.exports = { element, fill }
