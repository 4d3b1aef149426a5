#!/usr/bin/env node
// Does `vav search` rank as the page does?   (after `npm ci` in assets/)
//   node ranking_test.js --tool PATH/ranking_tool
// Runs the queries of ranking_documents.js through the native ranking and through the scripts of assets/ with the real lunr, over the same files:
// same hits, order, scores (to the last bit), passages and snippets; and that nothing a reader may write throws.
'use strict';
const assert = require('assert'), fs = require('fs'), os = require('os'), path = require('path'), vm = require('vm');
const { execFileSync } = require('child_process');
const { documents, queries } = require('./ranking_documents.js');

const assets = path.join(__dirname, '..', '..', 'assets');
const tool = process.argv[process.argv.indexOf('--tool') + 1];
const SEEDS = [1, 2, 3];

// As a page loads them: classic scripts, in this order, into one global object.
function loadScripts(site) {
  const received = {};
  const page = vm.createContext({ vavSearch: { receive: (language, part, json) => ((received[language] ??= {})[part] = json) } });
  const run = file => vm.runInContext(fs.readFileSync(file, 'utf8'), page, { filename: file });
  const modules = path.join(assets, 'node_modules');
  for (const file of ['lunr/lunr.min.js', 'lunr-languages/lunr.stemmer.support.js', 'lunr-languages/lunr.sv.js']) run(path.join(modules, file));
  for (const file of ['lunr-token-set.js', 'search-ranking.js']) run(path.join(assets, file));
  for (const language of ['sv', 'en']) for (const part of ['index', 'pages']) run(path.join(site, 'search', language, part + '.js'));
  const loaded = ['sv', 'en'].map(language => page.vavRanking.load(page.lunr, language, received[language].index, received[language].pages));
  return query => page.vavRanking.search(loaded, query).map(hit => {
    const { anchor, parts } = hit.passage();
    return { id: hit.page.id, score: hit.score, missing: hit.missing, anchor, parts };
  });
}

let compared = 0, hitCount = 0, slowest = 0;
for (const seed of SEEDS) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-ranking-'));
  const write = (name, value) => (fs.writeFileSync(path.join(folder, name), JSON.stringify(value)), path.join(folder, name));
  const native = JSON.parse(execFileSync(tool, [write('documents.json', documents(seed)), write('queries.json', queries), folder],
    { encoding: 'utf8', maxBuffer: 1 << 28 }));
  const search = loadScripts(folder);
  queries.forEach((query, i) => {
    const before = process.hrtime.bigint();
    const hits = search(query).slice(0, 1000);
    slowest = Math.max(slowest, Number(process.hrtime.bigint() - before) / 1e6);
    // Through JSON, so that objects of the page's world are compared as data.
    assert.deepStrictEqual(JSON.parse(JSON.stringify(hits)), native[i], `seed ${seed}, query ${JSON.stringify(query.slice(0, 80))}`);
    compared++;
    hitCount += hits.length;
  });
  const first = query => search(query).find(hit => !hit.id.startsWith('fuzz-'))?.id;
  assert.strictEqual(first('våld'), 'traff-2');
  assert.strictEqual(first('UKÄ'), 'uka');
  assert.strictEqual(first('the agencies agreed'), 'agreement');
  assert.strictEqual(first('arbetsvillkor'), 'slutsats-1');
  assert.strictEqual(first('medarbetare*innen'), 'constructor');
  for (const nonsense of ['xyzzy', 'qwertyuiop asdf', '', '+', '!!!']) assert.deepStrictEqual(search(nonsense).length, 0, nonsense);
  fs.rmSync(folder, { recursive: true });
}
console.log(`${compared} queries, ${hitCount} hits: same order, scores, passages and snippets; slowest in the page ${slowest.toFixed(0)} ms`);
