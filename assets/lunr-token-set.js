// Two cures for the token set of lunr 2.3.9, the automaton in which a loaded index looks words up. Load it after lunr and before
// lunr.Index.load. The index file is untouched by it.
//
// 1. While lunr builds the automaton it merges equal nodes, and takes two nodes for equal when their keys are. Its key is labels and node
//    numbers run together, so that the labels "1" -> node 23 and "12" … read alike: 22 four-digit numbers are enough to make words
//    unfindable and searches throw (lunr.js #503). Our key ends every number with a comma: one label is one UTF-16 unit, so it can be read
//    in one way only.
// 2. A clause with `exact: true` finds its term and no other, also a term that holds a "*".
(function (root, install) {
  'use strict';
  if (typeof module === 'object' && module.exports) module.exports = install;
  else install(root.lunr);
})(typeof self === 'undefined' ? this : self, function (lunr) {
  'use strict';
  const TokenSet = lunr.TokenSet;

  // Words are inserted in order, so equal sets of labels always stand in the same order.
  const keyOf = node => {
    let key = node.final ? '1' : '0';
    for (const label of Object.keys(node.edges)) key += `${label}${node.edges[label].id},`;
    return key;
  };

  TokenSet.Builder.prototype.minimize = function (downTo) {
    while (this.uncheckedNodes.length > downTo) {
      const { parent, char, child } = this.uncheckedNodes.pop();
      const key = keyOf(child);
      const twin = this.minimizedNodes[key];
      if (twin) parent.edges[char] = twin;
      else this.minimizedNodes[key] = child;
    }
  };

  class ExactTerm {
    constructor(term) {
      this.term = term;
    }

    // The part of a set that is this term: the term, or nothing.
    within(set) {
      let node = set;
      for (let i = 0; node && i < this.term.length; i++) node = node.edges[this.term[i]];
      const terms = node && node.final ? [this.term] : [];
      return { toArray: () => terms };
    }
  }

  const fromClause = TokenSet.fromClause;
  TokenSet.fromClause = clause => (clause.exact ? new ExactTerm(clause.term) : fromClause(clause));

  const intersect = TokenSet.prototype.intersect;
  TokenSet.prototype.intersect = function (other) {
    return other instanceof ExactTerm ? other.within(this) : intersect.call(this, other);
  };
});
