#!/usr/bin/env node
// Does `vav search` rank as the page does?   (after `npm ci` in assets/)
//   node ranking_test.js --tool PATH/ranking_tool [--site SITE] [--made N]
// Runs the queries of ranking_documents.js through the native engine and through assets/search/engine.js with the real lunr, over the same files:
// same hits, order, scores (to the last bit), passages, snippets and suggestions; and that nothing a reader may write throws.
// --site: the same for the queries of judged/tuning.json, and N made up of the site's own words (200), over the documents of a built site.
'use strict';
const assert = require('assert'), fs = require('fs'), os = require('os'), path = require('path');
const { execFileSync } = require('child_process');
const { documents, facets, queries } = require('./ranking_documents.js');
const { makeQueries } = require('./made_queries.js');
const { documentsOf } = require('./site_documents.js');
const { languagesOf, openEngine } = require('./open_engine.js');

const read = (...names) => fs.readFileSync(path.join(...names), 'utf8');
const argument = name => (process.argv.includes('--' + name) ? process.argv[process.argv.indexOf('--' + name) + 1] : null);
const SEEDS = [1, 2, 3], MOST_HITS = 1000;
let compared = 0, hitCount = 0, suggestions = 0, slowest = 0;

/** Answers of the native engine, and the folder with the search files that it wrote. */
function native(input, asked) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-ranking-'));
  const write = (name, value) => (fs.writeFileSync(path.join(folder, name), JSON.stringify(value)), path.join(folder, name));
  const out = execFileSync(argument('tool'), [write('documents.json', input), write('queries.json', asked), folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { folder, answers: JSON.parse(out) };
}

async function ask(engine, query) {
  const before = process.hrtime.bigint();
  const { suggestion } = await engine.search(query, {});
  const shown = await engine.show(0, MOST_HITS);
  slowest = Math.max(slowest, Number(process.hrtime.bigint() - before) / 1e6);
  // UTF-8 has no half a character.
  return { suggestion: suggestion.toWellFormed(), hits: shown.map(({ address, score, missing, anchor, parts }) => ({ address, score, missing: missing + 0, anchor, parts })) };
}

async function compare(name, input, asked) {
  const { folder, answers } = native(input, asked);
  const engine = await openEngine(folder);
  for (const [i, query] of asked.entries()) {
    const answer = await ask(engine, query);
    assert.deepStrictEqual(answers[i], answer, `${name}, query ${JSON.stringify(query.slice(0, 80))} (actual: native, expected: page)`);
    compared++;
    hitCount += answer.hits.length;
    if (answer.suggestion) suggestions++;
  }
  return { folder, engine };
}

// That the queries meet what they are meant to meet.
async function checkAnswers(engine) {
  const first = async query => (await ask(engine, query)).hits.map(hit => hit.address.split('/')[0]).find(address => !address.startsWith('fuzz-'));
  const addresses = async query => (await ask(engine, query)).hits.map(hit => hit.address.split('/')[0]);
  for (const [query, expected] of [['våld', 'traff-2'], ['UKÄ', 'uka'], ['the agencies agreed', 'agreement'], ['arbetsvillkor', 'slutsats-1'],
    ['medarbetare*innen', 'constructor'], ['kanslersämbetet', 'uka'], ['"hot och trakasserier"', 'traff-2'], ['2025-03-14', 'traff-1']])
    assert.strictEqual(await first(query), expected, query);
  for (const nonsense of ['xyzzy', 'qwertyuiop asdf', '+', '!!!']) assert.deepStrictEqual(await addresses(nonsense), [], nonsense);
  assert(!(await addresses('våld -hot')).includes('traff-2'));
  assert.strictEqual((await ask(engine, 'jämstäldhet')).suggestion, 'jämställdhet');
}

async function compareSite(site) {
  const input = documentsOf(site);
  const judged = JSON.parse(read(__dirname, 'judged', 'tuning.json')).map(({ query }) => query);
  const { folder } = await compare(site, input, [...judged, ...makeQueries(input.documents, Number(argument('made') ?? 200), Number(argument('seed') ?? 1))]);
  for (const language of languagesOf(site)) {
    for (const file of ['head.js', 'index.json']) {
      const [theirs, ours] = [site, folder].map(root => read(root, 'search', language, file));
      assert(theirs === ours, `search/${language}/${file} of the site differs from that of the same documents`);
    }
  }
  fs.rmSync(folder, { recursive: true });
}

async function main() {
  for (const seed of SEEDS) {
    const { folder, engine } = await compare(`seed ${seed}`, { documents: documents(seed), facets }, queries);
    await checkAnswers(engine);
    fs.rmSync(folder, { recursive: true });
  }
  if (argument('site')) await compareSite(argument('site'));
  console.log(`${compared} queries, ${hitCount} hits, ${suggestions} suggestions: same order, scores, passages and snippets; slowest in the page ${slowest.toFixed(0)} ms`);
}

main();
