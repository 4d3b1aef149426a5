// Queries made up of the words of documents: alone and together, joined, cut, misspelt, without diacritics, quoted, with a minus. The same for the
// same seed.
'use strict';

function makeQueries(documents, count, seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  const random = below => {
    state = (state + 0x6D2B79F5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
  const pick = list => list[random(list.length)];
  const words = [...new Set(documents.flatMap(({ title, passages }) => [title, ...passages.map(({ text }) => text)]).flatMap(text => text.match(/[^\s-]{2,}/g) || []))];
  const bare = () => pick(words).replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '') || 'ord';
  const cut = word => word.slice(0, 2 + random(word.length));
  const misspelt = word => {
    const at = 1 + random(word.length), letter = pick('aeiounrstlåäöz');
    return pick([() => word.slice(0, at) + letter + word.slice(at), () => word.slice(0, at) + word.slice(at + 1), () => word.slice(0, at) + letter + word.slice(at + 1),
      () => word.slice(0, at - 1) + (word[at] ?? '') + word[at - 1] + word.slice(at + 1)])();
  };
  const folded = word => word.normalize('NFD').replace(/[\u0300-\u036F]/g, '');
  const passage = () => pick(documents.filter(({ passages }) => passages.length)).passages;
  const run = () => {
    const all = pick(passage()).text.split(/\s+/), first = random(all.length);
    return all.slice(first, first + 2 + random(4)).join(' ');
  };
  const word = () => pick([bare, bare, () => cut(bare()), () => misspelt(bare()), () => folded(bare()), () => bare().toLowerCase() + pick(['', 's', 'e', 'o']) + bare().toLowerCase(),
    () => bare() + pick(['s', 'en', 'et', 'erna', ':s', 'ning', 'ande', 'n', 't']), () => pick(words)])();
  const shapes = [word, word, word, () => `${word()} ${word()}`, () => `${word()} ${word()} ${word()}`, () => `${bare()} -${word()}`, () => `"${run()}"`, run,
    () => `${word()} `, () => `${bare()} "${run()}" ${word()}`, () => pick(documents).title, () => pick(documents).aliases, () => pick(documents).date_iso, () => pick(pick(documents).names) || word()];
  return Array.from({ length: count }, () => pick(shapes)());
}

module.exports = { makeQueries };
