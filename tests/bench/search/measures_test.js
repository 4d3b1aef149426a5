// Values computed by hand. Gains: grade 3 = 7, 2 = 3, 1 = 1. Discounts of places 1 to 4: 1, log2 3 = 1.58496, 2, log2 5 = 2.32193.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const { ndcg, success, summarise } = require('./measures.js')

const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-5, `${actual} is not ${expected}`)
const relevant = { 'a/': 3, 'b/': 2, 'c/': 1 }

test('the ideal order is worth 1', () => near(ndcg(['a/', 'b/', 'c/'], relevant), 1))

test('what is not graded takes a place and gives nothing', () => {
  // Ideal 7 + 3/1.58496 + 1/2 = 9.39279; this 0 + 7/1.58496 + 0 + 3/2.32193 = 5.70854.
  near(ndcg(['x/', 'a/', 'y/', 'b/'], relevant), 0.60776)
})

test('the worst order of the graded pages', () => {
  // 1 + 3/1.58496 + 7/2 = 6.39279.
  near(ndcg(['c/', 'b/', 'a/'], relevant), 0.68061)
})

test('pages left out cost, for the ideal is over all that is graded', () => near(ndcg(['a/'], relevant), 7 / 9.39279))

test('only the first k count, in the list and in the ideal', () => {
  near(ndcg(['x/', 'a/'], relevant, 1), 0)
  near(ndcg(['b/', 'a/'], relevant, 1), 3 / 7)
  const eleven = Object.fromEntries([...'abcdefghijk'].map((letter) => [letter, 1]))
  near(ndcg([...'abcdefghij'], eleven), 1)
})

test('nothing found is worth 0, and so is anything where nothing is relevant', () => {
  assert.strictEqual(ndcg([], relevant), 0)
  assert.strictEqual(ndcg(['a/'], {}), 0)
})

test('a page that is named twice counts once', () => {
  near(ndcg(['a/', 'a/', 'b/', 'c/'], relevant), 1)
  assert.strictEqual(success(['x/', 'x/', 'a/'], relevant, 2), 1)
})

test('success asks for a page of the highest grade of its query', () => {
  assert.strictEqual(success(['b/', 'a/'], relevant, 1), 0)
  assert.strictEqual(success(['b/', 'a/'], relevant, 3), 1)
  assert.strictEqual(success(['b/', 'c/', 'x/', 'a/'], relevant, 3), 0)
  assert.strictEqual(success(['q/'], { 'p/': 2, 'q/': 2 }, 1), 1)
  assert.strictEqual(success(['q/'], {}, 1), 0)
})

test('a summary keeps nonsense apart from what should be found', () => {
  const answers = [
    { found: ['a/', 'b/', 'c/'], relevant },
    { found: ['b/', 'a/'], relevant: { 'a/': 1 } },
    { found: [], relevant },
    { found: [], relevant: {} },
    { found: ['a/'], relevant: {} }
  ]
  const sums = summarise(answers)
  // (1 + 1/1.58496 + 0) / 3.
  near(sums['nDCG@10'], 0.54364)
  near(sums['success@1'], 1 / 3)
  near(sums['success@3'], 2 / 3)
  near(sums.zero, 1 / 3)
  near(sums.nonsense, 1 / 2)
})

test('what no query can say is null', () => {
  assert.strictEqual(summarise([{ found: [], relevant }]).nonsense, null)
  assert.strictEqual(summarise([{ found: [], relevant: {} }]).zero, null)
})
