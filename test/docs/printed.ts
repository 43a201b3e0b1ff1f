import { isDeepStrictEqual } from 'node:util'

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** What a page shows as `…` stands for anything, line ends included. */
const matches = (shown: string, actual: string): boolean =>
  new RegExp(`^${shown.split('…').map(literally).join('[^]*?')}$`, 'u').test(actual)

const lines = (text: string): ReadonlyArray<string> => text.replaceAll('\r\n', '\n').split('\n')

const partsOf = (answer: string): { readonly head: ReadonlyArray<string>; readonly body: string } => {
  const all = lines(answer)
  const end = all.indexOf('')
  return end === -1
    ? { head: all, body: '' }
    : { head: all.slice(0, end), body: all.slice(end + 1).join('\n') }
}

/** A field line with its name in lower case, which says nothing (RFC 9110 §5.1). */
const lowerName = (line: string): string => line.replace(/^[^:]+:/, (name) => name.toLowerCase())

/**
 * How a printed text differs from the one that a page shows; `undefined` when it does not. Space at the end of either
 * does not count.
 */
export const textDifference = (shown: string, printed: string): string | undefined =>
  matches(shown.trimEnd(), lines(printed).join('\n').trimEnd())
    ? undefined
    : `the page shows\n\n${shown}\n\nbut it printed\n\n${printed}`

/**
 * How a printed HTTP answer differs from the one that a page shows; `undefined` when it does not. The status line comes
 * first; every header that is shown must be there, in any order, and others may be; the body is compared as text.
 */
export const answerDifference = (shown: string, printed: string): string | undefined => {
  const want = partsOf(shown)
  const got = partsOf(printed)
  const [status = '', ...headers] = want.head
  const gotHeaders = got.head.slice(1).map(lowerName)
  const missing = headers.filter((line) => !gotHeaders.some((each) => matches(lowerName(line), each)))
  if (matches(status, got.head[0] ?? '') && missing.length === 0) return textDifference(want.body, got.body)
  return `the page shows\n\n${[status, ...missing].join('\n')}\n\nbut the answer begins\n\n${got.head.join('\n')}`
}

/** How a printed JSON text differs from the value that a page shows, however the page lays it out. */
export const jsonDifference = (shown: string, printed: string): string | undefined => {
  try {
    if (isDeepStrictEqual(JSON.parse(shown), JSON.parse(printed))) return undefined
  } catch {
    // What is no JSON differs as a text.
  }
  return textDifference(shown, printed)
}
