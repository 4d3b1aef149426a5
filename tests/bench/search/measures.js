// What is said of a list of hits when pages are graded 1 to 3: nDCG, success in the first k, and their means over queries.
// Each takes addresses, best first, and {address: grade}. Everything here can be computed by hand: measures_test.js does.
'use strict'

const gain = (grade) => 2 ** grade - 1

const discounted = (grades) => grades.reduce((sum, grade, place) => sum + gain(grade) / Math.log2(place + 2), 0)

// A page counts once, also where an engine names it twice: otherwise naming the best page ten times would be the best answer.
const distinct = (found) => [...new Set(found)]

// The ideal is over all graded pages, so that an engine that leaves some out cannot reach 1 by what it shows alone.
const ndcg = (found, relevant, k = 10) => {
  const ideal = discounted(Object.values(relevant).sort((a, b) => b - a).slice(0, k))
  return ideal === 0 ? 0 : discounted(distinct(found).slice(0, k).map((address) => relevant[address] ?? 0)) / ideal
}

// Whether one of the best pages that the query has is among the first k.
const success = (found, relevant, k) => {
  const best = Math.max(0, ...Object.values(relevant))
  return best > 0 && distinct(found).slice(0, k).some((address) => relevant[address] === best) ? 1 : 0
}

const mean = (values) => values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

// Over answers [{found, relevant}]; a query without relevant pages is nonsense, where the only question is whether something was
// found. What no query can say is null.
const summarise = (answers) => {
  const wanted = answers.filter(({ relevant }) => Object.keys(relevant).length > 0)
  const nonsense = answers.filter(({ relevant }) => Object.keys(relevant).length === 0)
  const over = (measure) => mean(wanted.map(({ found, relevant }) => measure(found, relevant)))
  return {
    'nDCG@10': over((found, relevant) => ndcg(found, relevant, 10)),
    'success@1': over((found, relevant) => success(found, relevant, 1)),
    'success@3': over((found, relevant) => success(found, relevant, 3)),
    zero: over((found) => found.length === 0 ? 1 : 0),
    nonsense: mean(nonsense.map(({ found }) => found.length === 0 ? 0 : 1))
  }
}

module.exports = { ndcg, success, summarise }
