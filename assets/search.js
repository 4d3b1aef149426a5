// The search page: the reader's words from the field or from ?q=, hits into the list. Which elements and data-* it drives: README.md here.
// A classic script that works from file:// under a strict content security policy: the index comes as script files, text becomes text nodes.
(function () {
  'use strict';
  const DEBOUNCE = 250, HITS_A_STEP = 50, LONGEST_TOLD = 80;
  const TEXTS = {
    one: '1 träff på ”{query}”',
    many: '{count} träffar på ”{query}”',
    none: 'Inga träffar på ”{query}”. Pröva färre eller andra ord.',
    problem: 'Sökningen kunde inte läsa sitt innehåll. Ladda om sidan, eller leta i {register}.',
    register: 'A–Ö-registret',
    outdated: 'Inaktuell',
  };

  // --- The engine: scripts and index, loaded once they are wanted. To move into a worker, replace this part.

  const received = {};
  // Called by search/LANG/index.js and pages.js.
  window.vavSearch = {
    receive(language, part, json) {
      (received[language] = received[language] || {})[part] = json;
    },
  };

  // Resolves when the script has run; several may be asked for at once and run in the order asked for.
  function addScript(source) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.async = false;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`cannot load ${source}`));
      script.src = source;
      document.head.append(script);
    });
  }

  async function loadEngine(settings) {
    const sources = [...settings.scripts];
    for (const language of settings.languages) {
      for (const part of ['index', 'pages']) sources.push(`${settings.root}search/${language}/${part}.js`);
    }
    await Promise.all(sources.map(addScript));
    const languages = settings.languages.map(language => {
      // A script that was cut off "loads" too, but hands over nothing.
      const { index, pages } = received[language] || {};
      if (!index || !pages) throw new Error(`search/${language} is incomplete`);
      delete received[language];
      return window.vavRanking.load(window.lunr, language, index, pages);
    });
    return query => window.vavRanking.search(languages, query);
  }

  // --- The page

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function hitElement(hit, settings) {
    const { page } = hit, { anchor, parts } = hit.passage();
    const link = element('a', '', page.title);
    link.href = settings.root + page.address + (anchor ? `#${encodeURIComponent(anchor)}` : '');
    if (hit.language !== settings.language) link.lang = hit.language;
    const item = element('li', page.outdated ? 'hit outdated' : 'hit', element('p', 't', link));
    const meta = [];
    if (page.kind) {
      const kind = element('span', 'kind', page.kind);
      kind.dataset.kind = page.kind_id;
      meta.push(kind);
    }
    if (page.date_text) {
      const time = element('time', '', page.date_text);
      if (page.date) time.dateTime = page.date;
      meta.push(time);
    }
    if (page.outdated) meta.push(element('span', 'outdated', settings.texts.outdated));
    if (meta.length) item.append(element('p', 'meta', ...meta.flatMap((part, i) => (i ? [' ', part] : [part]))));
    if (parts.length) {
      const snippet = element('p', 'snippet', ...parts.map(part => (part.marked ? element('mark', '', part.text) : part.text)));
      if (hit.language !== settings.language) snippet.lang = hit.language;
      item.append(snippet);
    }
    return item;
  }

  // The text with its {names} filled in, as nodes for `append`.
  function fill(text, values) {
    return text.split(/\{(\w+)\}/).map((part, i) => (i % 2 === 0 ? part : Object.hasOwn(values, part) ? values[part] : `{${part}}`));
  }

  class SearchPage {
    constructor(frame, settings) {
      this.settings = settings;
      this.field = frame.querySelector('#search-query');
      this.form = this.field.form;
      this.status = frame.querySelector('#search-status');
      this.list = frame.querySelector('#search-hits');
      this.shown = null; // the query on the page
      this.timer = 0;
      this.settled = true; // the entry in the history is a query the reader has finished
    }

    start() {
      this.field.addEventListener('focus', () => this.engine().catch(() => {}), { once: true });
      this.field.addEventListener('input', () => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.ask(false), DEBOUNCE);
      });
      this.form.addEventListener('submit', event => {
        event.preventDefault();
        clearTimeout(this.timer);
        this.ask(true);
      });
      window.addEventListener('popstate', () => this.readAddress());
      this.readAddress();
      if (document.activeElement === this.field) this.engine().catch(() => {});
    }

    // The same promise until it fails; the next query then tries again.
    engine() {
      if (!this.loading) {
        this.loading = loadEngine(this.settings);
        this.loading.catch(() => (this.loading = null));
      }
      return this.loading;
    }

    readAddress() {
      const query = new URLSearchParams(location.search).get('q') || '';
      this.settled = true;
      this.field.value = query;
      this.show(query.trim());
    }

    ask(finished) {
      const query = this.field.value.trim();
      this.writeAddress(query, finished);
      this.show(query);
    }

    // Typing changes one entry of the history; a finished query is kept for the way back.
    writeAddress(query, finished) {
      const address = new URL(location.href);
      if (query) address.searchParams.set('q', query);
      else address.searchParams.delete('q');
      address.hash = '';
      try {
        if ((new URLSearchParams(location.search).get('q') || '') !== query) {
          if (this.settled) history.pushState(null, '', address);
          else history.replaceState(null, '', address);
        }
      } catch {
        // Too long, or too often: the hits are shown all the same.
      }
      this.settled = finished;
    }

    async show(query) {
      if (query === this.shown) return;
      this.shown = query;
      if (!query) {
        this.status.textContent = '';
        this.list.replaceChildren();
        this.list.removeAttribute('aria-busy');
        return;
      }
      this.list.setAttribute('aria-busy', 'true');
      try {
        const search = await this.engine();
        if (query === this.shown) this.showHits(query, search(query));
      } catch (problem) {
        console.error(problem);
        if (query === this.shown) this.showProblem();
      }
    }

    showHits(query, hits) {
      const characters = Array.from(query);
      const told = characters.length > LONGEST_TOLD ? `${characters.slice(0, LONGEST_TOLD).join('')}…` : query;
      const { none, one, many } = this.settings.texts;
      const text = hits.length === 0 ? none : hits.length === 1 ? one : many;
      this.list.replaceChildren();
      this.addHits(query, hits, 0);
      const count = hits.length.toLocaleString(this.settings.language);
      this.status.textContent = fill(text, { query: told, count }).join('');
    }

    // A long list is filled in steps, so that typing never waits for it.
    addHits(query, hits, from) {
      if (query !== this.shown) return;
      const step = hits.slice(from, from + HITS_A_STEP);
      this.list.append(...step.map(hit => hitElement(hit, this.settings)));
      if (from + step.length < hits.length) setTimeout(() => this.addHits(query, hits, from + step.length));
      else this.list.removeAttribute('aria-busy');
    }

    showProblem() {
      this.shown = null;
      this.list.replaceChildren();
      this.list.removeAttribute('aria-busy');
      const link = element('a', '', this.settings.texts.register);
      link.href = this.settings.register;
      this.status.replaceChildren(...fill(this.settings.texts.problem, { register: link }));
    }
  }

  const frame = document.getElementById('search');
  if (frame) {
    const { root, lang, index, scripts, register, strings } = frame.dataset;
    new SearchPage(frame, {
      root: root || '',
      language: lang || 'sv',
      languages: JSON.parse(index || '["sv"]'),
      scripts: JSON.parse(scripts || '[]'),
      register: register || '',
      texts: { ...TEXTS, ...JSON.parse(strings || '{}') },
    }).start();
  }
})();
