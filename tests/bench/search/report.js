// What the bench prints: one table a half, the floors that were broken, and (of the tuning half only) query by query.
'use strict'
const { classes } = require('./judged.js')
const { summarise } = require('./measures.js')

const measures = ['nDCG@10', 'success@1', 'success@3', 'zero']
const headings = { zero: 'nothing found', nonsense: 'nonsense that found something' }

const shown = (value) => value === null ? '' : value.toFixed(3)

const row = (label, count, cells) => label.padEnd(32) + String(count).padStart(5) + cells.map((cell) => cell.padStart(15)).join('')

// answers: {engine: [{query, class, relevant, found}]}
const table = (half, answers) => {
  const engines = Object.keys(answers)
  const judged = answers[engines[0]]
  const named = classes.filter((name) => name !== 'nonsense' && judged.some((entry) => entry.class === name))
  const sums = (name) => engines.map((engine) => summarise(answers[engine].filter((entry) => name === undefined || entry.class === name)))
  const count = (name) => judged.filter((entry) => entry.class === name).length
  const nonsense = count('nonsense')
  const groups = [...named.map((name) => ({ label: name, count: count(name), sums: sums(name) })),
    { label: 'all', count: judged.length - nonsense, sums: sums() }]
  const lines = [row(half, 'n', engines)]
  for (const measure of measures) {
    lines.push('', headings[measure] ?? measure)
    for (const group of groups) lines.push(row(`  ${group.label}`, group.count, group.sums.map((sum) => shown(sum[measure]))))
  }
  if (nonsense > 0) lines.push('', row(headings.nonsense, nonsense, sums().map((sum) => shown(sum.nonsense))))
  return lines.join('\n')
}

// A sentence for each measure of {"nDCG@10": 0.9, "zero": 0.01, …} that is worse than its floor; of "zero" and "nonsense" less is better.
const belowFloor = (half, answers, floor) => {
  const sums = summarise(answers)
  return Object.entries(floor).flatMap(([measure, limit]) => {
    if (!(measure in sums)) return [`floor.json, ${half}: there is no measure ${measure}.`]
    const most = measure === 'zero' || measure === 'nonsense'
    const value = sums[measure]
    const holds = value !== null && (most ? value <= limit : value >= limit)
    return holds ? [] : [`${half}: ${headings[measure] ?? measure} is ${value === null ? 'not measured' : shown(value)}, ${most ? 'above' : 'below'} the ${shown(limit)} that floor.json asks for.`]
  })
}

// What was found and what was wanted. Grades stand before the addresses.
const listing = (engine, answers) => answers.map(({ query, relevant, found }) => {
  const missed = Object.entries(relevant).filter(([address]) => !found.includes(address)).sort((a, b) => b[1] - a[1])
  return [`"${query}" (${engine}, nDCG@10 ${shown(summarise([{ found, relevant }])['nDCG@10'])})`,
    ...found.map((address, place) => `  ${String(place + 1).padStart(2)}. [${relevant[address] ?? ' '}] ${address}`),
    ...missed.map(([address, grade]) => `   -  [${grade}] ${address}`)].join('\n')
}).join('\n\n')

module.exports = { table, belowFloor, listing }
