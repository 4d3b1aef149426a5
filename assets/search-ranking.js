// From a reader's words to ranked hits and snippets. generator/search/query.h says the rules and does the same for `vav search`:
// same hits, same order, same scores to the last bit (tests/search/ranking_test.js). A change here is a change there.
// Knows no page: texts in, plain data out, so that it can run in a worker too.
(function (root, make) {
  'use strict';
  if (typeof module === 'object' && module.exports) module.exports = make();
  else root.vavRanking = make();
})(typeof self === 'undefined' ? this : self, function () {
  'use strict';
  const MOST_UNITS = 1000, MOST_WORDS = 32, MOST_PREFIX_TERMS = 40;
  const EXACT_BOOST = 10, PREFIX_BOOST = 3;
  const WORDS_BEFORE = 6, WORDS_SHOWN = 30;

  // lunr's pipeline functions for one language, over plain strings.
  function makePipeline(lunr, language) {
    const own = language === 'en' ? lunr : lunr[language];
    const apply = (step, text) => {
      const token = step(new lunr.Token(text, {}));
      return token ? token.toString() : null;
    };
    const terms = new Map();
    return {
      trim: text => apply(own.trimmer, text),
      isStopWord: text => apply(own.stopWordFilter, text) === null,
      stem: text => apply(own.stemmer, text),
      // The term of a token of a text, or null for a stop word.
      term(token) {
        let term = terms.get(token);
        if (term === undefined) {
          const word = this.trim(token.toLowerCase());
          term = this.isStopWord(word) ? null : this.stem(word);
          terms.set(token, term);
        }
        return term;
      },
    };
  }

  // indexText, pagesText: the JSON texts of index.js and pages.js. Throws when they are cut off or not of this version.
  function load(lunr, language, indexText, pagesText) {
    const serialized = JSON.parse(indexText);
    const pages = JSON.parse(pagesText);
    return {
      language,
      pages,
      index: lunr.Index.load(serialized),
      // In the order of UTF-16 units, as lunr wrote it.
      vocabulary: serialized.invertedIndex.map(entry => entry[0]),
      numbers: new Map(pages.map((page, number) => [page.id, number])),
      pipeline: makePipeline(lunr, language),
    };
  }

  function queryWords(pipeline, readerText) {
    const text = readerText.normalize('NFC').slice(0, MOST_UNITS).toLowerCase();
    const wanted = [], stopWords = [];
    for (const token of text.match(/[^\s-]+/g) || []) {
      const word = pipeline.trim(token);
      if (word === '') continue;
      const words = pipeline.isStopWord(word) ? stopWords : wanted;
      const stem = pipeline.stem(word);
      if (stem !== '' && !words.includes(stem)) words.push(stem);
    }
    return (wanted.length ? wanted : stopWords).slice(0, MOST_WORDS);
  }

  // The place of the first term that is not less than `text`.
  function lowerBound(vocabulary, text) {
    let first = 0, end = vocabulary.length;
    while (first < end) {
      const middle = (first + end) >> 1;
      if (vocabulary[middle] < text) first = middle + 1;
      else end = middle;
    }
    return first;
  }

  // {words: [stem], terms: [{term, word, boost}]}
  function parseQuery(loaded, readerText) {
    const words = queryWords(loaded.pipeline, readerText), terms = [];
    words.forEach((stem, word) => {
      let at = lowerBound(loaded.vocabulary, stem);
      if (loaded.vocabulary[at] === stem) terms.push({ term: loaded.vocabulary[at++], word, boost: EXACT_BOOST });
      if (stem.length < (word + 1 === words.length ? 2 : 3)) return;
      const longer = [];
      while (at < loaded.vocabulary.length && loaded.vocabulary[at].startsWith(stem)) longer.push(loaded.vocabulary[at++]);
      longer.sort((a, b) => a.length - b.length);
      for (const term of longer.slice(0, MOST_PREFIX_TERMS)) terms.push({ term, word, boost: PREFIX_BOOST });
    });
    return { words, terms };
  }

  // Best first within one index: [{number, missing, score}]
  function rankDocuments(loaded, query) {
    if (!query.terms.length) return [];
    const results = loaded.index.query(clauses => {
      for (const { term, boost } of query.terms) clauses.term(term, { boost, usePipeline: false, exact: true });
    });
    const wordsOf = new Map();
    for (const { term, word } of query.terms) wordsOf.set(term, (wordsOf.get(term) || []).concat(word));
    return results
      .filter(({ ref }) => loaded.numbers.has(ref))
      .map(({ ref, score, matchData }) => {
        const matched = new Set();
        for (const term of Object.keys(matchData.metadata)) for (const word of wordsOf.get(term)) matched.add(word);
        return { number: loaded.numbers.get(ref), missing: query.words.length - matched.size, score };
      })
      .sort((a, b) => a.missing - b.missing || b.score - a.score || a.number - b.number);
  }

  class PassageFinder {
    constructor(pipeline, query) {
      this.pipeline = pipeline;
      this.wordCount = query.words.length;
      this.terms = new Map();
      for (const entry of query.terms) this.terms.set(entry.term, (this.terms.get(entry.term) || []).concat(entry));
    }

    tokens(text) {
      return Array.from(text.matchAll(/[^\s-]+/g), match => {
        const term = this.pipeline.term(match[0]);
        return { start: match.index, text: match[0], boosts: (term !== null && this.terms.get(term)) || null };
      });
    }

    rankOf(tokens, first, end) {
      const best = new Array(this.wordCount).fill(0);
      for (let i = first; i < end; i++) {
        for (const { word, boost } of tokens[i].boosts || []) best[word] = Math.max(best[word], boost);
      }
      return best.reduce((sum, boost) => sum + boost, 0);
    }

    // How well a text answers: the sum over the query's words of the best boost among their terms in it.
    rank(text) {
      const tokens = this.tokens(text);
      return this.rankOf(tokens, 0, tokens.length);
    }

    bestStart(tokens) {
      let best = 0, bestRank = 0;
      tokens.forEach(({ boosts }, i) => {
        if (!boosts) return;
        const start = Math.max(0, i - WORDS_BEFORE);
        const rank = this.rankOf(tokens, start, Math.min(start + WORDS_SHOWN, tokens.length));
        if (rank > bestRank) [best, bestRank] = [start, rank];
      });
      return best;
    }

    // About thirty words around the place that answers best: [{text, marked}]
    snippet(text) {
      const tokens = this.tokens(text), parts = [];
      if (!tokens.length) return parts;
      const append = (piece, marked) => {
        if (piece === '') return;
        const last = parts[parts.length - 1];
        if (last && last.marked === marked) last.text += piece;
        else parts.push({ text: piece, marked });
      };
      const first = this.bestStart(tokens), end = Math.min(first + WORDS_SHOWN, tokens.length);
      if (first > 0) append('… ', false);
      let at = tokens[first].start;
      for (const token of tokens.slice(first, end)) {
        if (!token.boosts) continue;
        const word = this.pipeline.trim(token.text);
        const start = token.start + token.text.indexOf(word);
        append(text.slice(at, start), false);
        append(word, true);
        at = start + word.length;
      }
      append(text.slice(at, tokens[end - 1].start + tokens[end - 1].text.length), false);
      if (end < tokens.length) append(' …', false);
      return parts;
    }
  }

  // {anchor, parts}: the passage that answers best, and its snippet; anchor "" = the top of the page.
  function findPassage(page, finder) {
    let best = 0, anchor = '', shown = '';
    for (const [passageAnchor, text] of page.passages) {
      const rank = finder.rank(text);
      if (rank > best) [best, anchor, shown] = [rank, passageAnchor, text];
    }
    if (finder.rank(page.title) >= best) anchor = '';
    if (best === 0) shown = page.summary || (page.passages.length ? page.passages[0][1] : '');
    return { anchor, parts: finder.snippet(shown) };
  }

  // Ranks the pages of all loaded languages. Each hit: {page, language, score, missing, passage()}; passage() costs, so call it when shown.
  function search(languages, readerText) {
    const hits = [];
    for (const loaded of languages) {
      const query = parseQuery(loaded, readerText);
      const finder = new PassageFinder(loaded.pipeline, query);
      for (const { number, missing, score } of rankDocuments(loaded, query)) {
        const page = loaded.pages[number];
        hits.push({ page, language: loaded.language, score, missing, passage: () => findPassage(page, finder) });
      }
    }
    return hits.sort((a, b) => a.missing - b.missing || b.score - a.score);
  }

  return { load, search };
});
