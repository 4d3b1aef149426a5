// Pages and queries for ranking_test.js. Invented, except for names of public bodies and of weekdays.
'use strict';
const { make } = require('./fuzzdocs.js');

const page = (id, lang, kind, title, summary, aliases, ...passages) => ({
  id, lang, title, aliases, summary, kind, kind_id: kind.toLowerCase(), headings: passages.map(p => p[0]).join('\n'),
  date_iso: '2025-05-08', date_text: '8 maj 2025', address: `${id}/index.html`,
  passages: [{ anchor: '', text: summary }, ...passages.map(([heading, text], i) => ({ anchor: `p${i + 1}`, text: `${heading}\n${text}` }))],
});

const WRITTEN = [
  page('uka', 'sv', 'Aktör', 'Universitetskanslersämbetet', 'Tillsynsmyndighet för högskolan.', 'UKÄ',
    ['Uppdrag', 'UKÄ granskar universitet och högskolor. Myndighetens tillsyn gäller rättssäkerhet för studenterna.'],
    ['Samverkan', 'Ämbetet samverkar med Universitets- och högskolerådet i frågor om e-post, it-stöd och och/eller-frågor.']),
  page('traff-2', 'sv', 'Möte', 'Träff 2: våld och hot mot anställda', 'Andra träffen handlade om våld på arbetsplatsen.', '',
    ['Våldsförebyggande arbete', 'Deltagarna beskrev hur våld, hot och trakasserier möts på lärosätena. Våldet syns sällan i statistiken.'],
    ['Beslut', 'Mötet beslutade att 2024:117 ska följas upp den 2025-05-08 kl. 9.00. Rapporten U2024/1234/UH läggs till handlingarna.']),
  page('slutsats-1', 'sv', 'Slutsats', 'Arbetsvillkoren behöver stärkas', 'Villkoren för doktorander skiljer sig åt.', 'villkor',
    ['Underlag', 'Flera lärosäten pekar på arbetsvillkor, lön och arbetsmiljö. Doktorandernas arbetsmiljö är svagast.'],
    ['Följder', 'Otrygga villkor leder till att forskare lämnar. ' + 'Det här är utfyllnad som gör stycket långt. '.repeat(12) + 'Sist nämns ombudsmannen.']),
  page('slutsats-2', 'sv', 'Slutsats', 'Jämställdhet kräver tid', 'Arbetet med jämställdhet är långsiktigt.', '',
    ['Underlag', 'Jämställdhetsarbetet har pågått sedan 1995. Överenskommelser finns med fackförbunden.']),
  page('constructor', 'sv', 'Begrepp', '__proto__ och constructor', 'Ord som toString och hasOwnProperty.', 'valueOf',
    ['Stjärnor', 'Skriv medarbetare*innen eller 5*7. Σίσυφος ΟΔΟΣ. 😀 x😀y. İstanbul ISPARTA. soft\u00ADhyphen. Ａ.']),
  page('tom', 'sv', '', '', '', ''),
  page('agreement', 'en', 'Agreement', 'The agencies agreed on safety', 'An agreement about violence at work.', 'MoU',
    ['Terms', 'The agencies agreed to report hate and threats. University staff are covered; e-mail is not.'],
    ['Follow-up', 'Relational conditions are reviewed in May.']),
  page('whoami', 'en', 'Meeting', 'Meeting in 2024', 'Notes from the meeting with UKÄ.', '', ['Notes', 'UKÄ said that universities happily agree.']),
];

// Nasty pages, as far as a page may hold them: well-formed and in NFC.
function fuzzed(seed) {
  const clean = value => Buffer.from(String(value ?? '').normalize('NFC'), 'utf8').toString('utf8');
  return make(seed, 40, 'mixed').map((doc, i) => ({
    id: `fuzz-${i}`, lang: doc.lang, title: clean(doc.title), aliases: clean(doc.tags), headings: '', summary: '', kind: 'Prov', kind_id: 'prov',
    date_iso: '', date_text: '', address: `fuzz-${i}/index.html`,
    passages: clean(doc.body).split('. ').map((text, k) => ({ anchor: k ? `p${k}` : '', text })),
  }));
}

const QUERIES = [
  'våld', 'VÅLD', 'va\u030Ald', 'våldet på lärosätena', 'våld hot trakasserier', 'arbetsvillkor', 'arbetsvillkoren', 'arbetsv', 'arb', 'a', 'ar', 'ål',
  'UKÄ', 'uka', 'Universitetskanslersämbetet', 'universitetskansler', 'slutsats', 'träff 2', '2024:117', '2025-05-08', 'U2024/1234/UH', '9.00',
  'the agencies agreed', 'agree', 'happy university', 'och', 'och att för', 'i', 'the', 'the och', 'e-post', 'it-stöd', 'och/eller', 'ombudsmannen',
  'doktorandernas arbetsmiljö är svagast', 'villkor doktorander lön jämställdhet fackförbund', 'xyzzy', 'qwertyuiop asdf', 'våld xyzzy', 'toString',
  // Query language and hostile texts: they are words like any others.
  'UKÄ: x', 'rapport^', '+', '-', '+våld -hot', 'SCB:s', 'title:våld', 'våld~1', 'vål*', '*', 'medarbetare*innen', 'medarbetare', '5*7', '5x7', '"våld"',
  '<img src=x onerror=alert(1)>', '</script><script>', '__proto__', 'constructor', 'hasOwnProperty __proto__', '😀', 'x😀y', '\uD83D', 'a\uDE00b', '\uD83D våld',
  '', ' ', '\u0000', '\u00AD', 'ΟΔΟΣ', 'Σίσυφος', 'İstanbul', 'ISPARTA', 'Ａ', '!'.repeat(3000), 'å'.repeat(100000), 'våld '.repeat(20000),
  Array.from({ length: 200 }, (_, i) => `ord${i}`).join(' '), 'våld ' + 'x'.repeat(996), 'samverkan myndigheten', 'sam', 'rational', 'sam myn til', '1', '10', '202',
];

module.exports = { documents: seed => [...WRITTEN, ...fuzzed(seed)], queries: QUERIES };
