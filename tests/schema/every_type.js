// A kind with a field of every type and relations of every sort, front matter that fits it, and front matter that does not.
const config = `format: 1
site: {title: Every type, lang: en, start: start}
relation_fields:
  note: {type: text, label: Note}
kinds:
  thing:
    folder: things
    label: {en: {one: thing, many: things}}
    fields:
      code: {type: text, pattern: "[A-Z]{2}[0-9]+", min: 3, max: 6}
      essay: {type: rich-text, max: 40}
      day: {type: date}
      about_when: {type: partial-date}
      size: {type: number, min: 1, max: 10}
      done: {type: flag}
      place: {type: url}
      mailbox: {type: role-email}
      colour: {type: choice, choices: [red, {value: blue, label: sky}]}
      colours: {type: choice, many: true, choices: [red, blue]}
      words: {type: text, many: true}
      next: {type: reference, to: [work]}
      part:
        type: record
        many: true
        fields: {name: {type: text, required: true}, weight: {type: number}, tags: {type: text, many: true}}
      state: {type: text, default: new}
    relations:
      one: {to: [work], label: One, inverse: One of}
      several: {to: [work], many: true, label: Several, inverse: Several of}
      two: {to: [work], many: true, min: 2, max: 3, label: Two, inverse: Two of}
      weighed: {to: [work], many: true, label: Weighed, inverse: Weighed by, fields: {weight: {type: number}}}
  work:
    folder: works
    label: {en: {one: work, many: works}}
  page:
    folder: pages
    address: /
    list: false
    label: {en: {one: page, many: pages}}
`;

const relations = 'two: [one, two]';
const thing = (line) => `title: T\n${relations}\n${line}`;

const good = [
  'code: AB12', 'code:', 'essay: "*Short* and good"', 'day: 2025-05-08', 'day: "2025-05-08"', 'about_when: 2025-05', 'about_when: 2025', 'about_when: "2025"',
  'size: 1', 'size: 9.5', 'done: true', 'done: False', 'place: https://example.org/å', 'mailbox: registrator@example.org', 'colour: blue', 'colours: red',
  'colours: [red, blue]', 'words: [a, b]', 'words: a', 'words: []', 'next: one', 'next: One', 'part: {name: x}', 'part: [{name: x, weight: 2, tags: [a]}, {name: y, tags: a}]',
  'state: old', 'one: one', 'one: {ref: one, note: Yes}', 'one:', 'several: one', 'several: [one, {ref: Two}]', 'one: {ref: one, pin: c0123456789a}', 'several: []', 'weighed: [{ref: one, weight: 2}]',
  'summary:', 'aliases: Other', 'aliases: [Other, Another]', 'draft: false', 'visibility: public', 'published: 2025-01-31', 'expires: 2099-01-01',
].map(thing);

const faulty = [
  `${relations}`, `title:\n${relations}`, `title: " "\n${relations}`, `title: 3\n${relations}`, `title: [a]\n${relations}`, 'title: No relation', 'title: T\ntwo: one',
  'title: T\ntwo: [one]', 'title: T\ntwo: []', 'title: T\ntwo:', 'title: T\ntwo: [one, two, one, two]',
  ...['code: ab12', 'code: xAB12', 'code: A1', 'code: AB12345', `essay: ${'x'.repeat(41)}`, 'day: 2025-05', 'day: 2025', 'day: 8 May', 'day: 2025-02-30', 'about_when: 2025-13',
    'about_when: soon', 'size: 0', 'size: 10.5', 'size: big', 'done: yes', 'done: 1', 'place: example.org', 'place: ftp://example.org', 'mailbox: somebody', 'colour: green',
    'colour: [red]', 'colours: [red, green]', 'words: [1]', 'words: {a: b}', 'next: ""', 'next: [one]', 'part: {weight: 2}', 'part: {name: x, wieght: 2}', 'part: x',
    'state: 3', 'one: [one]', 'one: 3', 'one: {note: Yes}', 'one: {ref: one, weight: 2}', 'one: {ref: one, pin: 3f9c}', 'one: {ref: one, pin: 123456789012}', 'several: [3]', 'weighed: {ref: one, weight: heavy}', 'summary: [a, b]',
    'draft: ja', 'visibility: secret', 'published: i går', 'titel: T', 'related: one'].map(thing),
];

module.exports = { config, good, faulty };
