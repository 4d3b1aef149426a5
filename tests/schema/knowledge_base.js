// Knowledge bases, and the schemas that vav makes of them.
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const Ajv = require('ajv');
const YAML = require('yaml');

const root = path.resolve(__dirname, '../..');
const vav = process.env.VAV || path.join(root, 'build/bin/vav');

function readSchemas(content) {
  return JSON.parse(execFileSync(vav, ['schema', content], { encoding: 'utf8', maxBuffer: 1 << 28 }));
}

// Each schema as a function that gives its complaints about a value, none = [].
function compile(schemas) {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false });
  ajv.addVocabulary(['enumDescriptions']);
  ajv.addFormat('date', (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text));
  const checks = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const validate = ajv.compile(schema);
    checks[name] = (value) => (validate(value) ? [] : validate.errors.map((one) => `${one.instancePath} ${one.message}`));
  }
  return checks;
}

function frontMatter(text) {
  const match = /^\uFEFF?---[ \r]*\n([^]*?)^---[ \r]*$/m.exec(text);
  return match ? YAML.parse(match[1]) ?? {} : undefined;
}

// [{ path, schema, value }] of every page: the schema is named by the kind whose folder it lies in. The value is read when it
// is asked for, since not every page has one that can be.
function pagesOf(content) {
  const kinds = YAML.parse(fs.readFileSync(path.join(content, 'vav.yaml'), 'utf8')).kinds;
  const kindOf = Object.fromEntries(Object.entries(kinds).map(([id, kind]) => [kind.folder, id]));
  const files = fs.readdirSync(content, { recursive: true }).filter((name) => name.endsWith('.md')).sort();
  return files.flatMap((name) => {
    const kind = kindOf[path.basename(path.dirname(name))];
    const file = path.basename(name);
    if (!kind || (file.startsWith('_') && file !== '_index.md') || file === 'README.md') return [];
    return [{
      path: name,
      schema: file === '_index.md' ? '_index' : kind,
      get value() { return frontMatter(fs.readFileSync(path.join(content, name), 'utf8')); },
    }];
  });
}

// The paths of files that vav finds an error in.
function faultyFiles(content) {
  const run = spawnSync(vav, ['check', content, '--diagnostics', 'json'], { encoding: 'utf8' });
  if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr);
  const findings = run.stderr.trim() ? JSON.parse(run.stderr) : [];
  return new Set(findings.filter((one) => one.severity === 'error').map((one) => one.path));
}

module.exports = { root, vav, readSchemas, compile, frontMatter, pagesOf, faultyFiles, YAML };
