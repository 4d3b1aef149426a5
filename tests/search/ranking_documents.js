// Pages and queries for ranking_test.js. Invented, except for names of public bodies and of weekdays.
'use strict';
const { make } = require('./fuzzdocs.js');

const page = (id, lang, kind, title, summary, aliases, ...passages) => ({
  id, lang, title, aliases, summary, kind, kind_id: kind.toLowerCase(), headings: passages.map(p => p[0]).join('\n'),
  date_iso: '2025-05-08', date_text: '8 maj 2025', address: `${id}/index.html`, facets: [[], []],
  passages: [{ anchor: '', text: summary }, ...passages.map(([heading, text], i) => ({ anchor: `p${i + 1}`, text: `${heading}\n${text}` }))],
});

/** More about a page: names, facets, the date … */
const also = (page, more) => ({ ...page, ...more });

const FACETS = [
  { id: 'typ', label: 'Typ', values: [{ id: 'mote', label: 'Möte' }, { id: 'slutsats', label: 'Slutsats' }] },
  { id: 'aktor', label: 'Aktör', values: [{ id: 'uka', label: 'UKÄ' }, { id: 'scb', label: 'SCB' }, { id: 'ingen', label: 'Ingen' }] },
];
const FILLING = 'Det här är utfyllnad som gör stycket långt. ';

const WRITTEN = [
  also(page('uka', 'sv', 'Aktör', 'Universitetskanslersämbetet', 'Tillsynsmyndighet för högskolan.', 'UKÄ',
    ['Uppdrag', 'UKÄ granskar universitet och högskolor. Myndighetens tillsyn gäller rättssäkerhet för studenterna.'],
    ['Samverkan', 'Ämbetet samverkar med Universitets- och högskolerådet i frågor om e-post, it-stöd och och/eller-frågor.']),
  { names: ['Universitetskanslersämbetet', 'UKÄ', 'kanslersämbetet'], facets: [[], [0]], trail: ['Start', 'Aktörer'] }),
  also(page('scb', 'sv', 'Aktör', 'Statistiska centralbyrån', 'Samordnar den officiella statistiken.', 'SCB, centralbyrån',
    ['Löner', 'SCB:s lönestatistik visar löneskillnader mellan kvinnor och män. Lönen är lägre i kvinnodominerade yrken.']),
  { names: ['Statistiska centralbyrån', 'SCB', 'Statistiska central- och byråverket för en mycket lång och invecklad benämning som få minns'], facets: [[], [1]] }),
  also(page('vad', 'sv', 'Begrepp', 'VAD', 'Vård, arbete och delaktighet.', 'Vård – arbete – delaktighet'), { names: ['VAD', 'Vård – arbete – delaktighet', '!!!', 'och i'] }),
  also(page('traff-1', 'sv', 'Möte', 'Träff 1: rätten till heltid', 'Första träffen, om heltid och deltid.', '',
    ['Program', 'Träffen hölls den 14 mars 2025. Männen och kvinnorna i panelen talade om deltidsarbete, hemarbete och arbetets villkor.'],
    ['Panel', 'Panelen: ' + FILLING.repeat(40) + 'Kvinnojourerna och jämställdhetsmyndigheten enades om yrkesvägledningen. ' + FILLING.repeat(40)]),
  { date_iso: '2025-03-14', date_text: '14 mars 2025', facets: [[0], [0, 1]] }),
  also(page('gammal', 'sv', 'Slutsats', 'Deltidsarbete är en kvinnofälla', 'Heltid ska vara norm.', '', ['Underlag', 'Heltid är norm i industrin. Städernas äldre bostäder.']),
    { outdated: true, date_iso: '2024-12', date_text: 'december 2024', facets: [[1], []] }),
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
  also(page('statistics', 'en', 'Actor', 'Statistics Sweden', 'The statistical office.', 'SCB',
    ['Wages', 'Statistics Sweden publishes wages. Relational work is overlooked; misspeling too.']), { names: ['Statistics Sweden', 'SCB'], outdated: true }),
  page('tasavertainen', 'fi', 'Kokous', 'Tasa-arvo', 'Ei suomeksi.', ''),
  page('whoami', 'en', 'Meeting', 'Meeting in 2024', 'Notes from the meeting with UKÄ.', '', ['Notes', 'UKÄ said that universities happily agree.']),
];

// Nasty pages, as far as a page may hold them: well-formed and in NFC.
function fuzzed(seed) {
  const clean = value => Buffer.from(String(value ?? '').normalize('NFC'), 'utf8').toString('utf8');
  return make(seed, 40, 'mixed').map((doc, i) => ({
    id: `fuzz-${i}`, lang: doc.lang, title: clean(doc.title), aliases: clean(doc.tags), headings: '', summary: '', kind: 'Prov', kind_id: 'prov',
    date_iso: '', date_text: '', address: `fuzz-${i}/index.html`, facets: [[i % 2], i % 3 ? [0, 2] : []], outdated: i % 5 === 0, names: i % 4 ? [] : [clean(doc.title), `prov ${i}`],
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

// What a reader of Swedish writes: each of the engine's ways to a term, and what stops them.
QUERIES.push(
  // Forms of a word, and its relatives.
  'jämställd', 'jämställt', 'rätt', 'män', 'man', 'städer', 'stad', 'gammal', 'bostad', 'löner', 'lönen', 'kvinnans', 'granskning', 'statistik', 'statistisk', 'officiell',
  // Compounds both ways.
  'arbete', 'villkor', 'arbetets villkor', 'kvinnofälla', 'kvinnofällan fälla', 'jour', 'myndighet', 'jämställdhetsarbete', 'jämställdhetsvillkor', 'löneskillnad', 'lönevillkor',
  'arbetsmiljöarbete', 'doktorandlön', 'fackförbundsarbete', 'yrkesval', 'vägledning', 'heltidsnorm', 'deltidslön', 'centralbyråns', 'lönestatistiken',
  // Without diacritics, misspelt, unfinished.
  'jamstalldhet', 'lararsatena', 'larosatena', 'vald', 'vald och hot', 'traff', 'aldre', 'malet', 'jämstäldhet', 'jämställdhte', 'jmäställdhet', 'jämställddhet', 'järmställdhet',
  'trakaserier på lärosätena', 'Doktoranderr villkkor', 'İ trakaserier', 'agenceis', 'wagess statistics', 'jämställdhe', 'jämställdh', 'jämst', 'jä', 'j', 'granskni', 'granskni ',
  'deltagan', 'U2024', 'lön', 'lö', 'män ',
  // Names.
  'SCB', 'scb:s', 'SCB:s lönestatistik', 'statistiska centralbyrån', 'Statistiska centralbyrån löner', 'kanslersämbetet', 'universitetskanslersämbetets tillsyn', 'vad', 'vad är vad',
  'vård arbete delaktighet', 'Vård – arbete – delaktighet', 'statistics sweden', 'Statistics Sweden SCB UKÄ', 'och i', 'i och',
  // Phrases and minus.
  '"hot och trakasserier"', '"våld och hot mot anställda"', '”hot trakasserier”', '«våld»', '"våld', 'våld"', '""', '"och"', '"xyzzy våld"', '"våld hot" "anställda"', 'heltid "rätten till heltid"',
  'våld -hot', '-våld', 'våld -våld', '\u2212hot våld', 'våld \u2013hot', '- hot', '--hot', 'e-post -it', 'hot -scb:s', '-"våld hot"', 'träff -!!!', 'männen -man', 'träff -mote', 'våld -"hot och våld"', 'träff \u2013”hot trakasserier” heltid', '"våld" -"hot" -«rätten till heltid»', 'våld -"hot', 'våld-"hot"', 'våld -"och"', 'våld -"xyzzy hot"',
  // Dates and numbers.
  '2025-03-14', '14/3 2025', '14/03 2025', '2025-03', '2025-13', '2025-00-08', '8/5 2025', '08/05 2025 2025-03-14', 'träff 2025-03-14', '2025-03-14.', '123/4 2025', '14 mars', 'mars 2025',
  '2024/1234', '1234', 'U2024 1234 UH', 'u2024/1234/uh', 'uh', 'eller', 'och/ej', '2024:118', 'kl. 9.00', ' \t\u00A0\uFEFF', '\u2028', 'träff  1', 'TRÄFF 1: RÄTTEN TILL HELTID', 'träff1',
);

module.exports = { facets: FACETS, documents: seed => [...WRITTEN, ...fuzzed(seed)], queries: QUERIES };
