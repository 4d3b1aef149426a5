#include "serve/overlay.h"

namespace vav {

// Classic script, no library. The findings stand in a shadow root: the site's stylesheet and ours never meet, and no
// id or class of theirs is ours.
const std::string_view live_script = R"js('use strict'
;(() => {
  const own = document.currentScript
  const mark = own.dataset.vavMark
  const languages = {
    sv: {
      error: ['fel', 'fel'], warning: ['varning', 'varningar'], note: ['anmärkning', 'anmärkningar'], close: 'Stäng',
      open: 'Visa', stale: 'Webbplatsen kan inte vävas. Sidan är från det senaste bygget som gick.'
    },
    en: {
      error: ['error', 'errors'], warning: ['warning', 'warnings'], note: ['note', 'notes'], close: 'Close',
      open: 'Show', stale: 'The site cannot be woven. This page is from the last build that could.'
    }
  }
  let words = languages.en

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  // What was closed stays closed, on every page of this tab, until the findings change.
  const closedKey = 'vav-closed-findings'
  const isClosed = (text) => { try { return sessionStorage.getItem(closedKey) === text } catch { return false } }
  const remember = (text) => { try { sessionStorage.setItem(closedKey, text) } catch { /* then they come back */ } }

  const severities = ['error', 'warning', 'note']
  const counted = (findings) => severities
    .map((severity) => [findings.filter((one) => one.severity === severity).length, words[severity]])
    .filter(([count]) => count > 0)
    .map(([count, [one, many]]) => `${count} ${count === 1 ? one : many}`)
    .join(', ')

  const placeOf = (one) => [one.path, one.line || '', (one.line && one.column) || ''].filter((part) => part !== '').join(':')

  const item = (one) => element('li', { className: one.severity },
    element('p', {},
      element('span', { className: 'severity', textContent: words[one.severity][0] }), ' ',
      element('code', { className: 'place', textContent: placeOf(one) }), ' ',
      element('span', { className: 'id', textContent: one.id ? `[${one.id}]` : '' })),
    element('p', { className: 'message', textContent: one.message }),
    ...(one.hint ? [element('p', { className: 'hint', textContent: one.hint })] : []))

  let root = null
  const shadow = () => {
    if (!root) {
      const host = element('div', { id: 'vav-live' })
      root = host.attachShadow({ mode: 'open' })
      root.append(element('link', { rel: 'stylesheet', href: '/_vav/live.css' }), element('div'))
      document.body.append(host)
    }
    return root.lastElementChild
  }

  const show = ({ findings, stale, language }) => {
    words = languages[language]
    findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    const text = JSON.stringify(findings)
    if (findings.length === 0) {
      if (root) shadow().replaceChildren()
      return
    }
    const summary = counted(findings)
    const worst = findings[0].severity
    const draw = (closed, focus) => {
      const button = element('button', { type: 'button', textContent: closed ? `${words.open}: ${summary}` : words.close })
      button.addEventListener('click', () => {
        remember(closed ? '' : text)
        draw(!closed, true)
      })
      const region = element('section', { className: `${closed ? 'closed' : 'open'} ${worst}` })
      region.setAttribute('aria-label', 'vav')
      if (closed) {
        region.append(button)
      } else {
        const list = element('ol', { tabIndex: 0 }, ...findings.map(item))
        list.setAttribute('aria-label', summary)
        region.append(
          element('div', { className: 'top' }, element('div', { role: 'status' }, element('h2', { textContent: summary })), button),
          ...(stale ? [element('p', { className: 'stale', textContent: words.stale })] : []), list)
        region.addEventListener('keydown', (event) => { if (event.key === 'Escape') button.click() })
      }
      region.lang = language
      shadow().replaceChildren(region)
      if (focus) button.focus()
    }
    draw(isClosed(text), false)
  }

  // A browser has six connections to a server, and a stream takes one for as long as it lives: only what is seen listens.
  let stream = null
  let shown = ''
  const listen = () => {
    if (document.hidden || stream) return
    stream = new EventSource(`/_vav/events?page=${encodeURIComponent(location.pathname)}`)
    stream.addEventListener('message', (event) => {
      const state = JSON.parse(event.data)
      if (state.mark !== mark) {
        hush()
        location.reload()
      } else if (state.tree && event.data !== shown) {
        shown = event.data
        show(state)
      }
    })
  }
  const hush = () => {
    if (stream) stream.close()
    stream = null
  }
  document.addEventListener('visibilitychange', () => { if (document.hidden) hush(); else listen() })
  addEventListener('pagehide', hush)
  addEventListener('pageshow', listen)
  listen()
})()
)js";

const std::string_view live_style = R"css(:host { all: initial }
section {
  --ground: #fffdfa; --ink: #1c1b1a; --soft: #5b5650; --error: #a4001d; --warning: #7a4b00; --note: #1f4f82;
  --line: var(--note);
  position: fixed; z-index: 2147483647; inset-inline: 0; bottom: 0; box-sizing: border-box;
  color: var(--ink); background: var(--ground); font: 15px/1.45 system-ui, sans-serif;
  border-top: 4px solid var(--line); box-shadow: 0 -2px 14px rgb(0 0 0 / 35%);
}
section.error { --line: var(--error) }
section.warning { --line: var(--warning) }
section.open { display: flex; flex-direction: column; max-height: min(45vh, 30rem) }
section.closed { inset-inline: auto 1rem; bottom: 1rem; border: 2px solid var(--line); border-radius: 6px }
.top { display: flex; align-items: center; justify-content: space-between; gap: 1rem; padding: .4rem 1rem }
h2 { font-size: 1rem; margin: 0 }
button {
  font: inherit; color: inherit; background: transparent; border: 1px solid currentcolor; border-radius: 4px;
  min-height: 2rem; padding: .1rem .8rem; cursor: pointer;
}
.closed button { border: 0; min-height: 2.5rem }
button:focus-visible, ol:focus-visible { outline: 3px solid var(--note); outline-offset: 2px }
p { margin: 0 }
.stale { padding: 0 1rem .4rem; font-weight: 600 }
ol { list-style: none; margin: 0; padding: 0 1rem .6rem; overflow: auto; overflow-wrap: anywhere }
li { padding: .4rem .7rem; margin-block-end: .4rem; border-inline-start: 5px solid var(--note) }
li.error { border-inline-start: 5px solid var(--error) }
li.warning { border-inline-start: 5px dashed var(--warning) }
.severity { font-weight: 700; color: var(--note) }
li.error .severity { color: var(--error) }
li.warning .severity { color: var(--warning) }
code { font: 600 .95em/1.4 ui-monospace, monospace }
.id, .hint { color: var(--soft) }
@media (prefers-color-scheme: dark) {
  section {
    --ground: #1f1d1b; --ink: #f3efe9; --soft: #bdb5ab; --error: #ff8f8f; --warning: #f2b950; --note: #8fc1ff;
  }
}
@media print { section { display: none } }
)css";

}  // namespace vav
