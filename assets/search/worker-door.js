// The engine behind messages. To it: {id, call, arguments} and {loaded: {language, part, text}} (text null: it could not be loaded).
// From it: {load: {language, part}}, {id, result}, {id, problem}.
'use strict'
const { Engine } = require('./engine.js')

const CALLS = ['open', 'search', 'list', 'show']

/** @param {{postMessage(message: any): void, onmessage: any}} door `self` of a worker */
function openDoor(door) {
  const waiting = new Map()
  const engine = new Engine((language, part) => new Promise((resolve, reject) => {
    waiting.set(`${language}/${part}`, { resolve, reject })
    door.postMessage({ load: { language, part } })
  }))
  door.onmessage = async ({ data }) => {
    if (data.loaded) {
      const { language, part, text } = data.loaded, key = `${language}/${part}`
      const { resolve, reject } = waiting.get(key)
      waiting.delete(key)
      return text === null ? reject(new Error(`search/${key} cannot be loaded`)) : resolve(text)
    }
    try {
      if (!CALLS.includes(data.call)) throw new Error(`no call ${data.call}`)
      door.postMessage({ id: data.id, result: await engine[data.call](...data.arguments) })
    } catch (problem) {
      door.postMessage({ id: data.id, problem: String(problem) })
    }
  }
}

module.exports = { openDoor, Engine }
