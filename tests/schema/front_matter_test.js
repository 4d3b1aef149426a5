// The schemas against real front matter, and against vav itself: what vav accepts they accept, and each simple fault that
// vav finds in one page they find too.
const assert = require('node:assert');
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');
const { root, vav, readSchemas, compile, frontMatter, pagesOf, faultyFiles } = require('./knowledge_base.js');
const { config, good, faulty } = require('./every_type.js');

function inFolder(work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-schema-'));
  try {
    return work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function writeKnowledgeBase(folder, pages) {
  fs.writeFileSync(path.join(folder, 'vav.yaml'), config);
  for (const [name, text] of Object.entries(pages)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), `---\n${text}\n---\n\nText.\n`);
  }
}

const start = { 'pages/start.md': 'title: Start', 'works/one.md': 'title: One', 'works/two.md': 'title: Two' };

test('the real knowledge base fits its schemas', () => {
  const content = path.join(root, 'content');
  const checks = compile(readSchemas(content));
  const pages = pagesOf(content);
  assert.ok(pages.length > 100);
  const complaints = pages.flatMap((page) => checks[page.schema](page.value).map((one) => `${page.path}: ${one}`));
  assert.deepStrictEqual(complaints, []);
});

test('the knowledge bases of vav init fit theirs', () => {
  for (const lang of ['sv', 'en']) {
    inFolder((folder) => {
      execFileSync(vav, ['init', folder, '--lang', lang]);
      const checks = compile(readSchemas(folder));
      const pages = pagesOf(folder);
      assert.ok(pages.length > 5);
      assert.deepStrictEqual(pages.flatMap((page) => checks[page.schema](page.value)), []);
    });
  }
});

test('what vav accepts in the sites of tests/sites fits too', () => {
  let compared = 0;
  for (const site of fs.readdirSync(path.join(root, 'tests/sites'))) {
    const content = path.join(root, 'tests/sites', site, 'content');
    if (!fs.existsSync(path.join(content, 'vav.yaml'))) continue;
    const faults = faultyFiles(content);
    if (faults.has('vav.yaml') && spawnSync(vav, ['schema', content]).status !== 0) continue;
    const checks = compile(readSchemas(content));
    for (const page of pagesOf(content)) {
      if (faults.has(page.path)) continue;
      assert.deepStrictEqual(checks[page.schema](page.value), [], `${site}: ${page.path}`);
      compared += 1;
    }
  }
  assert.ok(compared > 5, `${compared}`);
});

test('every form that vav accepts fits', () => {
  inFolder((folder) => {
    const pages = Object.fromEntries(good.map((text, i) => [`things/good-${i}.md`, text]));
    writeKnowledgeBase(folder, { ...start, ...pages });
    assert.deepStrictEqual([...faultyFiles(folder)], []);
    const check = compile(readSchemas(folder)).thing;
    for (const text of good) assert.deepStrictEqual(check(frontMatter(`---\n${text}\n---\n`)), [], text);
  });
});

test('every simple fault is seen by vav and by the schema', () => {
  inFolder((folder) => {
    const pages = Object.fromEntries(faulty.map((text, i) => [`things/faulty-${i}.md`, text]));
    writeKnowledgeBase(folder, { ...start, ...pages });
    const seen = faultyFiles(folder);
    const check = compile(readSchemas(folder)).thing;
    faulty.forEach((text, i) => {
      assert.ok(seen.has(`things/faulty-${i}.md`), `vav accepts: ${text}`);
      assert.notDeepStrictEqual(check(frontMatter(`---\n${text}\n---\n`)), [], `the schema accepts: ${text}`);
    });
  });
});

test('editors get labels, help, choices and ids', () => {
  const { statement } = readSchemas(path.join(root, 'content'));
  assert.strictEqual(statement.$schema, 'http://json-schema.org/draft-07/schema#');
  assert.strictEqual(statement.title, 'inspel');
  assert.deepStrictEqual(statement.required, ['title', 'form', 'meeting']);
  assert.strictEqual(statement.additionalProperties, false);
  assert.strictEqual(statement.properties.form.title, 'Form');
  assert.ok(statement.properties.form.enumDescriptions.includes('panelinlägg'));
  assert.ok(statement.properties.summary.description.startsWith('En mening'));
  assert.ok(statement.definitions['id-of-meeting'].enum.includes('traff-2'));
  for (const [key, property] of Object.entries(statement.properties)) assert.ok(property.title && property.description, key);
});

test('the introduction of a list has the common keys alone', () => {
  const check = compile(readSchemas(path.join(root, 'content')))._index;
  assert.deepStrictEqual(check({ summary: 'Om mötena.' }), []);
  assert.notDeepStrictEqual(check({ title: 'Inspel', form: 'panel' }), []);
});

test('--out writes a file each, and only there', () => {
  inFolder((folder) => {
    const out = path.join(folder, 'a', 'schema');
    execFileSync(vav, ['schema', path.join(root, 'content'), '--out', out]);
    const all = readSchemas(path.join(root, 'content'));
    assert.deepStrictEqual(fs.readdirSync(out).sort(), Object.keys(all).map((name) => `${name}.json`).sort());
    for (const name of Object.keys(all)) assert.deepStrictEqual(JSON.parse(fs.readFileSync(path.join(out, `${name}.json`), 'utf8')), all[name]);
  });
});
