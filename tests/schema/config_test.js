// The schema of vav.yaml against real ones, and against vav itself; and the reference for people.
const assert = require('node:assert');
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');
const { root, vav, readSchemas, compile, YAML } = require('./knowledge_base.js');
const { config } = require('./every_type.js');

const check = compile({ config: readSchemas(path.join(root, 'content'))['vav.yaml'] }).config;

// Whether vav can read it at all; what stands in it but nowhere leads is another matter.
function isRead(text) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-config-'));
  fs.writeFileSync(path.join(folder, 'vav.yaml'), text);
  const run = spawnSync(vav, ['schema', folder], { encoding: 'utf8' });
  fs.rmSync(folder, { recursive: true });
  assert.ok(run.status === 0 || run.status === 1, run.stderr);
  return run.status === 0;
}

test('every vav.yaml here that vav reads fits', () => {
  const texts = ['content', ...fs.readdirSync(path.join(root, 'tests/sites')).map((site) => `tests/sites/${site}/content`)]
    .map((folder) => path.join(root, folder, 'vav.yaml')).filter((file) => fs.existsSync(file)).map((file) => fs.readFileSync(file, 'utf8'));
  const fitting = [...texts.filter(isRead), config];
  assert.ok(fitting.length >= 3);
  for (const text of fitting) assert.deepStrictEqual(check(YAML.parse(text)), []);
});

test('the vav.yaml of vav init fits', () => {
  for (const lang of ['sv', 'en']) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-init-'));
    execFileSync(vav, ['init', folder, '--lang', lang]);
    assert.deepStrictEqual(check(YAML.parse(fs.readFileSync(path.join(folder, 'vav.yaml'), 'utf8'))), []);
    fs.rmSync(folder, { recursive: true });
  }
});

// What is wrong, by the line that is put in place of another.
const faults = [
  ['format: 1', 'format: one'], ['format: 1', 'formt: 1'], ['start: start}', 'start: start, langg: en}'], ['title: Every type', 'title: [a]'], ['site: {', 'sites: {'],
  ['folder: works', 'folder: [works]'], ['folder: works', 'foldr: works'], ['type: flag', 'type: boolean'], ['type: flag', 'many: ja'], ['min: 1, max: 10', 'min: one'],
  ['{value: blue, label: sky}', '{value: blue, lable: sky}'], ['to: [work], label: One,', 'label: One,'], ['label: One, inverse: One of', 'label: One'],
  ['label: One,', 'label: One, evidence: maybe,'], ['list: false', 'list: nej'], ['done: {type: flag}', 'done: {type: flag, visibility: secret}'],
  ['relation_fields:\n', 'severity: {unused-file: fatal}\nrelation_fields:\n'], ['relation_fields:\n', 'severity: {bad-yaml: note}\nrelation_fields:\n'],
  ['{one: work, many: works}', '{one: work}'], ['      done:', '      Done it:'],
];

test('every simple fault is seen by vav and by the schema', () => {
  assert.ok(isRead(config));
  for (const [right, wrong] of faults) {
    assert.ok(config.includes(right), right);
    const text = config.replace(right, wrong);
    assert.ok(!isRead(text), `vav accepts: ${wrong}`);
    assert.notDeepStrictEqual(check(YAML.parse(text)), [], `the schema accepts: ${wrong}`);
  }
});

test('the reference for people is that of the program', () => {
  const file = 'generator/config/vav-yaml.md';
  const told = execFileSync(vav, ['schema', '--reference'], { encoding: 'utf8' });
  assert.strictEqual(fs.readFileSync(path.join(root, file), 'utf8'), told, `run: build/bin/vav schema --reference > ${file}`);
  for (const [, target] of told.matchAll(/\]\(#([^)]*)\)/g)) assert.ok(told.includes(`\n## ${target.replaceAll('-', ' ')}\n`), target);
});
