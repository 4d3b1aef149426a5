// What the tests read of a folder with search/LANG/…: the parts, the engine of the page over them, and the documents that they were made of.
'use strict';
const fs = require('fs'), path = require('path'), vm = require('vm');

const read = (...names) => fs.readFileSync(path.join(...names), 'utf8');

/** The text that search/LANG/head.js or a part hands over when it runs. */
function partText(folder, language, name) {
  let text = null;
  const receive = (...[itsLanguage, itsName, handed]) => { if (itsLanguage === language && itsName === name) text = handed; };
  vm.runInNewContext(read(folder, 'search', language, name === 'head' ? 'head.js' : path.join('parts', `${name}.js`)), { vavSearch: { receive } });
  if (text === null) throw new Error(`search/${language}/${name} hands nothing over`);
  return text;
}

const languagesOf = folder => ['sv', 'en'].filter(language => fs.existsSync(path.join(folder, 'search', language, 'head.js')));

/** The engine of the page, open. */
async function openEngine(folder) {
  const { Engine } = require('../../assets/search/engine.js');
  const engine = new Engine(async (language, name) => partText(folder, language, name));
  await engine.open(languagesOf(folder));
  return engine;
}

/** {documents, facets} as ranking_tool takes them. */
function documentsOf(folder) {
  const documents = [];
  let facets = [];
  for (const language of languagesOf(folder)) {
    const part = name => JSON.parse(partText(folder, language, name));
    const head = part('head');
    const pages = head.parts.pages.flatMap(name => part(name).pages), texts = head.parts.texts.flatMap(([name]) => part(name));
    const names = new Map(part(head.parts.names).map(([document, ...all]) => [document, all]));
    facets = head.facets.map(({ id, label, values }) => ({ id, label, values: values.map(([value, itsLabel]) => ({ id: value, label: itsLabel })) }));
    JSON.parse(read(folder, 'search', language, 'documents.json')).forEach(({ id, lang, title, aliases, headings, summary, kind }, i) => {
      const [, address, kindNumber, trail, date, dateText, outdated, values] = pages[i];
      documents.push({
        id, lang, title, aliases, headings, summary, kind, kind_id: head.kinds[kindNumber][0], date_iso: date, date_text: dateText, address, trail: head.trails[trail],
        outdated: outdated === 1, facets: values, names: names.get(i) || [], passages: texts[i][1].map(([anchor, text]) => ({ anchor, text })),
      });
    });
  }
  return { documents, facets };
}

module.exports = { partText, languagesOf, openEngine, documentsOf, read };
