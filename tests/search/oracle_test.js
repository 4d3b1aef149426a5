#!/usr/bin/env node
// Is the native index byte-identical with lunr's?   (after `npm ci` in this folder)
//   node oracle_test.js --tool PATH/lunr_index_tool [--site SITE] [--seeds N]
// --site: search/LANG/{documents,options,index}.json of a built site are compared too, for every language there.
// Prints what was compared and "identical"; exits 1 at a difference and leaves the set and both indexes in a folder it names.
'use strict';
const fs = require('fs'), os = require('os'), path = require('path');
const { execFileSync } = require('child_process');
const { build, firstDiff } = require('./oracle.js');
const { make } = require('./fuzzdocs.js');

const PROFILES = ['mixed', 'unicode', 'numbers', 'types', 'refs', 'proto', 'plain'];
const OPTIONS = [
  { lang: 'sv', fields: ['title', 'body'] },
  { lang: 'en', fields: ['title', 'body', 'tags'] },
  { lang: ['sv', 'en'], fields: ['title', 'body', 'tags'] },
  { lang: ['en', 'sv'], fields: ['body', 'title'], metadataWhitelist: ['index', 'position'] },
  { lang: 'sv', fields: ['title', 'body', 'tags'], metadataWhitelist: ['position'] },
  { lang: 'sv', fields: [{ name: 'title', boost: 10 }, { name: 'body', boost: 0.3 }, { name: 'tags', boost: 0 }], docBoostField: '_boost' },
  { lang: 'en', fields: ['tags', { name: 'body', boost: 7 }], metadataWhitelist: ['position', 'fields', 'nothing'], docBoostField: '_boost' },
  { lang: 'sv', fields: ['body'], k1: 2, b: 0, onlyLang: 'sv' },
  { lang: 'sv', fields: ['title', 'body'], k1: 0, b: 3, docBoostField: '_boost' },
  { lang: 'en', fields: ['title'], b: 1 },
];

const argument = (name, otherwise) => {
  const at = process.argv.indexOf('--' + name);
  return at < 0 ? otherwise : process.argv[at + 1];
};

function compare(name, expected, actual, folder) {
  const difference = firstDiff(expected, actual);
  if (!difference) return true;
  fs.writeFileSync(path.join(folder, name + '.lunr.json'), expected);
  fs.writeFileSync(path.join(folder, name + '.vav.json'), actual);
  console.error(`${name}: differs at ${difference.offset} (oracle = lunr, other = vav)`, difference);
  return false;
}

function compareSite(site, folder) {
  const root = path.join(site, 'search');
  const read = (language, file) => fs.readFileSync(path.join(root, language, file), 'utf8');
  const languages = fs.readdirSync(root).filter(name => fs.existsSync(path.join(root, name, 'index.json')));
  if (!languages.length) throw new Error(`no search/LANG/index.json in ${site}`);
  return languages.map(language => {
    const documents = JSON.parse(read(language, 'documents.json'));
    const same = compare('site-' + language, build(documents, JSON.parse(read(language, 'options.json'))).json,
      read(language, 'index.json'), folder);
    console.log(`${site} ${language}: ${documents.length} documents, ${same ? 'identical' : 'DIFFERENT'}`);
    return same;
  }).every(Boolean);
}

function makeSets(seeds) {
  const sets = [];
  for (const profile of PROFILES) {
    for (let seed = 1; seed <= seeds; seed++) {
      const docs = make(seed, 30, profile);
      // Four of the ten option sets for each, so that every profile meets every set.
      for (let k = 0; k < 4; k++) sets.push({ name: `${profile}-${seed}-${k}`, docs, opts: OPTIONS[(seed * 4 + k) % OPTIONS.length] });
    }
  }
  sets.push({ name: 'huge-sv', docs: make(1, 3, 'huge'), opts: OPTIONS[4] });
  sets.push({ name: 'empty', docs: [], opts: OPTIONS[0] });
  return sets;
}

function compareSets(tool, seeds, folder) {
  const sets = makeSets(seeds);
  const file = path.join(folder, 'sets.jsonl');
  const out = fs.openSync(file, 'w');
  for (const set of sets) fs.writeSync(out, JSON.stringify({ docs: set.docs, opts: set.opts }) + '\n');
  fs.closeSync(out);
  for (const threads of [1, 3]) {
    fs.mkdirSync(path.join(folder, String(threads)));
    execFileSync(tool, ['--sets', file, path.join(folder, String(threads)), '--threads', String(threads)], { stdio: 'inherit' });
  }
  let bytes = 0, different = 0;
  sets.forEach((set, i) => {
    // lunr gets the documents as they are after JSON, as the tool does (-0, undefined).
    const expected = build(JSON.parse(JSON.stringify(set.docs)), set.opts).json;
    bytes += Buffer.byteLength(expected);
    for (const threads of [1, 3]) {
      const actual = fs.readFileSync(path.join(folder, String(threads), i + '.json'), 'utf8');
      if (!compare(`${set.name}-${threads}-threads`, expected, actual, folder)) different++;
    }
  });
  console.log(`${sets.length} document sets, ${(bytes / 1e6).toFixed(1)} MB, 1 and 3 threads: ${different ? different + ' DIFFERENT' : 'identical'}`);
  return different === 0;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-oracle-'));
const tool = argument('tool'), site = argument('site');
if (!tool && !site) {
  console.error('usage: node oracle_test.js --tool lunr_index_tool [--site SITE] [--seeds N]');
  process.exit(2);
}
const same = [site ? compareSite(site, folder) : true, tool ? compareSets(tool, Number(argument('seeds', 16)), folder) : true].every(Boolean);
if (same) fs.rmSync(folder, { recursive: true });
else console.error(`see ${folder}`);
process.exit(same ? 0 : 1);
