// What `node --test` prints here: every failing test with its reason, what tests wrote, and one closing line.
import { inspect } from 'node:util'

const reason = (error) => {
  const cause = error?.cause ?? error
  if (cause?.code === 'ERR_ASSERTION' && cause.generatedMessage === false) return cause.message
  return cause?.stack ?? inspect(cause)
}

export default async function * (source) {
  let passed = 0
  let failed = 0
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message
    if (data?.details?.type === 'suite') continue
    // A skipped test has not shown anything.
    if (type === 'test:pass' && data.skip === undefined) passed++
    else if (type === 'test:pass' || type === 'test:fail') {
      failed++
      yield `\nFAILED ${data.name}\n${data.skip === undefined ? reason(data.details.error) : 'skipped'}\n`
    }
  }
  yield `${passed} passed, ${failed} failed\n`
}
