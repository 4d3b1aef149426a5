// The page's side of the engine: loads scripts, and talks with a worker, or with the engine itself where no worker is to be had.
// Nothing can be fetched from file://, so all that is loaded comes as classic scripts that hand over text (search/LANG/…) or code
// (search-engine.js); a worker is made of that code's own text.
'use strict'

const waiting = new Map()
let takeEngine = /** @type {((make: () => any) => void) | null} */ (null)

/** What the loaded scripts call. */
function listen() {
  Object.assign(window, {
    vavSearch: {
      receive(language, part, text) {
        const key = `${language}/${part}`
        if (waiting.has(key)) waiting.get(key)(text)
      },
      engine(make) {
        if (takeEngine) takeEngine(make)
      },
    },
  })
}

/** Resolves when the script has run. With an integrity the browser refuses other bytes than those; from a folder it refuses them all. */
function addScript(source, integrity = '') {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.onload = () => {
      script.remove()
      resolve(undefined)
    }
    script.onerror = () => {
      script.remove()
      reject(new Error(`cannot load ${source}`))
    }
    if (integrity) script.integrity = integrity
    script.src = source
    document.head.append(script)
  })
}

/** The text of a part of the index. A script that was cut off "loads" too, but hands nothing over. */
function loadPart(root, language, part) {
  return new Promise((resolve, reject) => {
    const key = `${language}/${part}`
    waiting.set(key, resolve)
    const file = part === 'head' ? 'head' : `parts/${part}`
    addScript(`${root}search/${language}/${file}.js`)
      .then(() => reject(new Error(`search/${key} handed nothing over`)), reject)
      .finally(() => waiting.delete(key))
  })
}

class WorkerFailure extends Error {}

/** Calls by name, answers as promises. */
class WorkerEngine {
  /**
   * @param {Worker} worker
   * @param {(language: string, part: string) => Promise<string>} load
   */
  constructor(worker, load) {
    this.worker = worker
    this.calls = new Map()
    worker.onmessage = ({ data }) => (data.load ? this.answer(data.load, load) : this.finish(data))
    worker.onerror = event => {
      event.preventDefault()
      for (const { reject } of this.calls.values()) reject(new WorkerFailure())
      this.calls.clear()
    }
  }

  answer({ language, part }, load) {
    const send = text => this.worker.postMessage({ loaded: { language, part, text } })
    load(language, part).then(send, () => send(null))
  }

  finish({ id, result, problem }) {
    const call = this.calls.get(id)
    this.calls.delete(id)
    if (problem === undefined) call.resolve(result)
    else call.reject(new Error(problem))
  }

  call(name, ...values) {
    return new Promise((resolve, reject) => {
      const id = (this.last = (this.last || 0) + 1)
      this.calls.set(id, { resolve, reject })
      this.worker.postMessage({ id, call: name, arguments: values })
    })
  }

  open(languages) { return this.call('open', languages) }
  search(text, chosen) { return this.call('search', text, chosen) }
  list(from, to) { return this.call('list', from, to) }
  show(from, to) { return this.call('show', from, to) }
}

/**
 * @param {{root: string, engine: string, integrity: string, languages: string[]}} settings
 * @returns {Promise<{engine: any, opened: any}>} an open engine
 */
async function openEngine({ root, engine: source, integrity, languages }) {
  listen()
  const load = (language, part) => loadPart(root, language, part)
  let make = /** @type {any} */ (null)
  takeEngine = made => (make = made)
  await addScript(source, integrity)
  if (!make) throw new Error(`${source} is incomplete`)
  // Some laptops are locked down so far that no worker starts: it works beside the page as well, with a hitch while typing.
  return (await openWorker(make, languages, load)) || openBeside(make, languages, load)
}

/** null when no worker starts; a failure of the engine in it is the engine's. */
async function openWorker(make, languages, load) {
  const address = URL.createObjectURL(new Blob([`(${make})().openDoor(self)`], { type: 'text/javascript' }))
  let engine
  try {
    engine = new WorkerEngine(new Worker(address), load)
    return { engine, opened: await engine.open(languages) }
  } catch (problem) {
    if (!engine || problem instanceof WorkerFailure) return null
    engine.worker.terminate()
    throw problem
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function openBeside(make, languages, load) {
  const engine = new (make().Engine)(load)
  return { engine, opened: await engine.open(languages) }
}

module.exports = { openEngine }
