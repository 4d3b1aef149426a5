#!/usr/bin/env node
// The search page in Chromium, from file:// and under the site's content security policy.   (after `npm ci` in assets/)
//   node page_test.js --tool PATH/ranking_tool [--browser chromium]
// Each case opens a page that holds the frame the theme writes and a driver script, which acts as the reader and leaves its findings in the page.
'use strict';
const assert = require('assert'), fs = require('fs'), os = require('os'), path = require('path');
const { execFileSync } = require('child_process');
const { documents } = require('./ranking_documents.js');
const { build } = require('../../assets/build.js');

const argument = (name, otherwise) => (process.argv.includes('--' + name) ? process.argv[process.argv.indexOf('--' + name) + 1] : otherwise);
const SCRIPTS = ['lunr.js', 'lunr.stemmer.support.js', 'lunr.sv.js', 'lunr-token-set.js', 'search-ranking.js'];
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; worker-src blob:; form-action 'self' file:; base-uri 'none'";

const pageText = (driver, languages) => `<!doctype html><html lang="sv"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>Sök</title><script src="${driver}"></script><div id="search" data-root="../" data-lang="sv" data-index='${JSON.stringify(languages)}'
 data-register="../a-o/index.html" data-scripts='${JSON.stringify(SCRIPTS.map(name => '../assets/' + name))}' data-strings='{}'>
<form role="search" action="index.html"><label for="search-query">Sök</label><input id="search-query" name="q" type="search"><button>Sök</button></form>
<p id="search-status" role="status"></p><ol id="search-hits"></ol></div><pre id="findings"></pre><script src="../assets/search.js" defer></script></html>`;

// What every driver has: ways to act and to look.
const COMMON = `
const told = [], violations = [];
document.addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective));
const wait = ms => new Promise(done => setTimeout(done, ms));
const field = () => document.getElementById('search-query'), status = () => document.getElementById('search-status');
const items = () => [...document.querySelectorAll('#search-hits > li')];
const type = text => { field().value = text; field().dispatchEvent(new Event('input')); };
const until = async test => { for (let i = 0; i < 200 && !test(); i++) await wait(20); await wait(60); };
const scripts = () => document.querySelectorAll('head script[src*="search/"]').length;
const look = () => ({ status: status().textContent, items: items().length, first: items()[0]?.textContent ?? '', query: new URLSearchParams(location.search).get('q') });
addEventListener('DOMContentLoaded', async () => {
  new MutationObserver(changes => told.push(...changes)).observe(status(), { childList: true, characterData: true, subtree: true });
  await wait(30);
  const findings = await act();
  document.getElementById('findings').textContent = JSON.stringify({ ...findings, violations, injected: document.querySelectorAll('img').length });
});
`;

const CASES = {
  // The address holds the query.
  address: { search: '?q=v%C3%A5ld', act: `await until(() => items().length); const html = items()[0].outerHTML; return { ...look(), html, told: told.length };` },
  // Nothing is loaded before the first focus; typing searches, Enter keeps the query for the way back.
  typing: { search: '', act: `const before = scripts(); const quiet = status().textContent; field().focus(); await wait(50); const focused = scripts();
    type('våld'); await until(() => items().length); const one = look(); field().form.requestSubmit(); await wait(50); const again = told.length;
    type('ämbetet'); await until(() => look().query === 'ämbetet'); const two = look(); const kept = document.activeElement === field();
    history.back(); await until(() => look().query === 'våld'); const back = look(); type(''); await until(() => !items().length);
    return { before, quiet, focused, one, again, two, kept, back, cleared: look() };` },
  hostile: { search: '?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', act: `await until(() => status().textContent); const html = look();
    type('våld {count} $& {constructor} \\uD83D'); await until(() => items().length); const braces = look(); type('x'.repeat(100000)); await until(() => /xxx/.test(status().textContent));
    return { html, braces, long: status().textContent.length };` },
  missing: { search: '?q=hot', languages: ['sv', 'fi'], act: `await until(() => status().textContent); return { ...look(), link: status().querySelector('a').getAttribute('href') };` },
  cut: { search: '?q=hot', languages: ['cut'], act: `await until(() => status().textContent); return look();` },
};

function run(site, name, { search, act, languages = ['sv', 'en'] }) {
  fs.writeFileSync(path.join(site, 'sok', `${name}.js`), `${COMMON}\nasync function act() { ${act} }\n`);
  fs.writeFileSync(path.join(site, 'sok', `${name}.html`), pageText(`${name}.js`, languages));
  const html = execFileSync(argument('browser', 'chromium'), ['--headless=new', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=15000', '--dump-dom',
    `--user-data-dir=${path.join(site, 'profile')}`, `file://${site}/sok/${name}.html${search}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const text = /<pre id="findings">(.*?)<\/pre>/s.exec(html)[1].replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  assert(text, `${name}: the page found nothing out`);
  const findings = JSON.parse(text);
  assert.deepStrictEqual(findings.violations, [], name);
  assert.strictEqual(findings.injected, 0, name);
  return findings;
}

const site = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-page-'));
const write = (name, value) => (fs.writeFileSync(path.join(site, name), JSON.stringify(value)), path.join(site, name));
execFileSync(argument('tool'), [write('documents.json', documents(1)), write('queries.json', []), site]);
build(path.join(site, 'assets'));
fs.mkdirSync(path.join(site, 'sok'));
fs.mkdirSync(path.join(site, 'search', 'cut'));
fs.copyFileSync(path.join(site, 'search', 'sv', 'pages.js'), path.join(site, 'search', 'cut', 'pages.js'));
fs.writeFileSync(path.join(site, 'search', 'cut', 'index.js'), fs.readFileSync(path.join(site, 'search', 'sv', 'index.js')).subarray(0, 5000));

const address = run(site, 'address', CASES.address);
assert.deepStrictEqual([address.status, address.items, address.told], ['1 träff på ”våld”', 1, 1]);
assert.match(address.html, /^<li class="hit"><p class="t"><a href="\.\.\/traff-2\/index\.html(#p1)?">Träff 2: våld och hot mot anställda<\/a><\/p><p class="meta"><span class="kind" data-kind="möte">Möte<\/span> <time datetime="2025-05-08">8 maj 2025<\/time><\/p><p class="snippet">.*<mark>våld<\/mark>/);

const typing = run(site, 'typing', CASES.typing);
assert.deepStrictEqual([typing.before, typing.quiet, typing.focused], [0, '', 4]);
assert.deepStrictEqual(typing.one, { ...look(address), query: 'våld' });
assert.deepStrictEqual([typing.again, typing.two.query, typing.kept], [1, 'ämbetet', true]);
assert.deepStrictEqual(typing.back, typing.one);
assert.deepStrictEqual(typing.cleared, { status: '', items: 0, first: '', query: null });

const hostile = run(site, 'hostile', CASES.hostile);
assert.match(hostile.html.status, /på ”<img src=x onerror=alert\(1\)>”/);
assert.match(hostile.braces.status, /på ”våld \{count\} \$& \{constructor\} .”$/u);
assert(hostile.long < 160);

for (const name of ['missing', 'cut']) {
  const failed = run(site, name, CASES[name]);
  assert.strictEqual(failed.status, 'Sökningen kunde inte läsa sitt innehåll. Ladda om sidan, eller leta i A–Ö-registret.', name);
  if (name === 'missing') assert.strictEqual(failed.link, '../a-o/index.html');
}
fs.rmSync(site, { recursive: true });
console.log('search page from file://: address, typing, Enter, back, hostile texts, missing and cut index');

function look({ status, items, first, query }) {
  return { status, items, first, query };
}
