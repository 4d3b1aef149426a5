// Fails with the list, one finding a line.
'use strict'
const assert = require('node:assert')

module.exports = (findings) => {
  if (findings.length === 0) return
  const shown = findings.slice(0, 40)
  if (shown.length < findings.length) shown.push(`… ${findings.length} in all`)
  assert.fail(shown.join('\n'))
}
