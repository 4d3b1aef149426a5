#!/usr/bin/env node
// Do the parts that the pages load say the same as the Lunr index beside them?   (after `npm ci` in assets/)
//   node packed_test.js [--tool PATH/ranking_tool] [--site SITE]
// From search/LANG/head.js and parts/ the whole index is made again: every term, every field, every document; and every weight from frequencies and
// lengths, as lunr computes it. Each must be exactly what search/LANG/index.json has.
'use strict';
const assert = require('assert'), fs = require('fs'), os = require('os'), path = require('path');
const { execFileSync } = require('child_process');
const { NumberReader } = require('../../assets/search/number-text.js');
const { documents, facets } = require('./ranking_documents.js');
const { languagesOf, readPart } = require('./open_engine.js');

const read = (...names) => fs.readFileSync(path.join(...names), 'utf8');
const argument = name => (process.argv.includes('--' + name) ? process.argv[process.argv.indexOf('--' + name) + 1] : null);
const K1 = 1.2, B = 0.75;

function readVocabulary(texts) {
  const terms = [];
  for (const text of texts) {
    assert(text === '' || text.endsWith('\n'));
    for (const line of text.split('\n').slice(0, -1)) terms.push({ term: (terms.at(-1)?.term ?? '').slice(0, line.charCodeAt(0) - 48) + line.slice(2), bits: line.charCodeAt(1) - 48 });
  }
  return terms;
}

/** [[{document, places}] by field] by term. */
function readPostings(parts, texts, terms, fieldCount) {
  const postings = terms.map(() => Array.from({ length: fieldCount }, () => []));
  const met = new Set();
  parts.forEach(([, first], part) => texts[part].split('\n').slice(0, -1).forEach((packed, i) => {
    assert(!met.has(first + i));
    met.add(first + i);
    const reader = new NumberReader(packed);
    let before = -1;
    while (!reader.atEnd()) {
      const field = reader.next() - 1, count = reader.next();
      assert(field > before && field < fieldCount && count > 0);
      before = field;
      let document = -1;
      for (let k = 0; k < count; k++) {
        document += reader.next() + 1;
        const frequency = reader.next();
        let place = 0;
        const places = Array.from({ length: frequency }, () => (place += reader.next()));
        assert(places.every((one, n) => n === 0 || one > places[n - 1]));
        postings[first + i][field].push({ document, places });
      }
    }
  }));
  assert.strictEqual(met.size, terms.length);
  return postings;
}

function readLengths(part, head) {
  const lengths = head.fields.map(() => new Array(head.documents));
  for (const name of head.parts.pages) {
    const { first, pages, lengths: packed } = JSON.parse(part(name));
    packed.forEach((text, field) => {
      const reader = new NumberReader(text);
      for (let i = 0; i < pages.length; i++) lengths[field][first + i] = reader.next();
      assert(reader.atEnd());
    });
  }
  return lengths;
}

/** lunr.Builder.createFieldVectors, the operations in its order. */
function weigh(head, postings, lengths) {
  const vectors = head.fields.map(() => Array.from({ length: head.documents }, () => new Map()));
  const averages = lengths.map(all => all.reduce((sum, length) => sum + length, 0) / head.documents);
  postings.forEach((fields, term) => {
    const holders = fields.reduce((sum, found) => sum + found.length, 0);
    const idf = Math.log(1 + Math.abs((head.documents - holders + 0.5) / (holders + 0.5)));
    fields.forEach((found, field) => found.forEach(({ document, places: { length: tf } }) => {
      const score = idf * ((K1 + 1) * tf) / (K1 * (1 - B + B * (lengths[field][document] / averages[field])) + tf) * head.fields[field].boost;
      vectors[field][document].set(term, Math.round(score * 1000) / 1000);
    }));
  });
  return vectors;
}

function compareLanguage(folder, language) {
  const part = name => readPart(folder, language, name);
  const head = JSON.parse(part('head'));
  const terms = readVocabulary(head.parts.vocabulary.map(part));
  const postings = readPostings(head.parts.postings, head.parts.postings.map(([name]) => part(name)), terms, head.fields.length);
  const vectors = weigh(head, postings, readLengths(part, head));

  const lunr = JSON.parse(read(folder, 'search', language, 'index.json'));
  assert.deepStrictEqual(head.fields.map(({ name }) => name), lunr.fields);
  const refs = JSON.parse(read(folder, 'search', language, 'documents.json')).map(({ id }) => id);
  assert.strictEqual(refs.length, head.documents);
  assert.deepStrictEqual(terms.map(({ term }) => term), lunr.invertedIndex.map(([term]) => term));
  const numbers = [];
  lunr.invertedIndex.forEach(([term, found], i) => {
    numbers[found._index] = i;
    lunr.fields.forEach((field, f) => assert.deepStrictEqual(postings[i][f].map(({ document }) => refs[document]).sort(), Object.keys(found[field]).sort(), `${term} in ${field}`));
    const spread = new Set(postings[i].flat().map(({ document }) => document)).size;
    assert.strictEqual(terms[i].bits, Math.floor(Math.log2(spread)) + 1, `the spread of ${term}`);
  });
  let weights = 0;
  lunr.fieldVectors.forEach(([key, elements], at) => {
    const field = at % lunr.fields.length, document = (at - field) / lunr.fields.length;
    assert.strictEqual(key, `${lunr.fields[field]}/${refs[document]}`);
    const expected = vectors[field][document];
    assert.strictEqual(elements.length, expected.size * 2, key);
    for (let i = 0; i < elements.length; i += 2) assert.strictEqual(elements[i + 1], expected.get(numbers[elements[i]]), `${terms[numbers[elements[i]]].term} in ${key}`);
    weights += expected.size;
  });
  return { terms: terms.length, weights };
}

function compareFolder(folder) {
  const languages = languagesOf(folder);
  assert(languages.length > 0, `no search/LANG/head.js in ${folder}`);
  for (const language of languages) {
    const { terms, weights } = compareLanguage(folder, language);
    console.log(`${language}: ${terms} terms, ${weights} weights: the parts say what the Lunr index says`);
  }
}

if (!argument('tool') && !argument('site')) {
  console.error('usage: node packed_test.js [--tool PATH/ranking_tool] [--site SITE]');
  process.exit(2);
}
if (argument('tool')) {
  for (const seed of [1, 2, 3]) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-packed-'));
    const write = (name, value) => (fs.writeFileSync(path.join(folder, name), JSON.stringify(value)), path.join(folder, name));
    execFileSync(argument('tool'), [write('documents.json', { documents: documents(seed), facets }), write('queries.json', []), folder]);
    compareFolder(folder);
    fs.rmSync(folder, { recursive: true });
  }
}
if (argument('site')) compareFolder(argument('site'));
