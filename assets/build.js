#!/usr/bin/env node
// Gathers the scripts that a site's pages load:   node assets/build.js [OUTDIR]      (default build/assets; first `npm ci` in assets/)
// No bundler: every file stays a classic script, the only kind that runs from file://.
'use strict';
const fs = require('fs'), path = require('path');

const OWN = ['search.js', 'search-ranking.js', 'lunr-token-set.js'];

function build(out) {
  const module = (...names) => fs.readFileSync(path.join(__dirname, 'node_modules', ...names), 'utf8');
  const write = (name, text) => fs.writeFileSync(path.join(out, name), text);
  fs.mkdirSync(out, { recursive: true });
  for (const name of OWN) write(name, fs.readFileSync(path.join(__dirname, name), 'utf8'));
  // MIT wants its text in every copy; lunr's own minified file names the licence only.
  const licence = module('lunr', 'LICENSE').trim().split('\n').map(line => ` * ${line}`.trimEnd()).join('\n');
  write('lunr.js', `/*!\n${licence}\n */\n${module('lunr', 'lunr.min.js')}`);
  // MPL 1.1: in source form, as they are, with the licence beside them.
  write('lunr.stemmer.support.js', module('lunr-languages', 'lunr.stemmer.support.js'));
  write('lunr.sv.js', module('lunr-languages', 'lunr.sv.js'));
  write('lunr-languages.LICENSE.txt', module('lunr-languages', 'LICENSE'));
}

module.exports = { build };
if (require.main === module) {
  const out = path.resolve(process.argv[2] || path.join(__dirname, '..', 'build', 'assets'));
  build(out);
  console.log(`assets: ${fs.readdirSync(out).sort().join(' ')} -> ${out}`);
}
