// The documents that the search of a built site was made of, made again from its files.
'use strict';
const fs = require('fs'), path = require('path');
const { languagesOf, readPart } = require('./open_engine.js');

/** {documents, facets} as ranking_tool takes them. */
function documentsOf(folder) {
  const documents = [];
  let facets = [];
  for (const language of languagesOf(folder)) {
    const part = name => JSON.parse(readPart(folder, language, name));
    const head = part('head');
    const pages = head.parts.pages.flatMap(name => part(name).pages), texts = head.parts.texts.flatMap(([name]) => part(name));
    const names = new Map(part(head.parts.names).map(([document, ...all]) => [document, all]));
    facets = head.facets.map(({ id, label, values }) => ({ id, label, values: values.map(([value, itsLabel]) => ({ id: value, label: itsLabel })) }));
    JSON.parse(fs.readFileSync(path.join(folder, 'search', language, 'documents.json'), 'utf8')).forEach(({ id, lang, title, aliases, headings, summary, kind }, i) => {
      const [, address, kindNumber, trail, date, dateText, outdated, values] = pages[i];
      documents.push({
        id, lang, title, aliases, headings, summary, kind, kind_id: head.kinds[kindNumber][0], date_iso: date, date_text: dateText, address, trail: head.trails[trail],
        outdated: outdated === 1, facets: values, names: names.get(i) || [], passages: texts[i][1].map(([anchor, text]) => ({ anchor, text })),
      });
    });
  }
  return { documents, facets };
}

module.exports = { documentsOf };
