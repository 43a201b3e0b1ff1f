import { UsageError } from './flags.ts'

const messageOf = (text: string): string => {
  try {
    JSON.parse(text)
    return ''
  } catch (error) {
    return String(error)
  }
}

/** `line 2 column 15` of the first sign that cannot be there; nothing when it is the very first of the text. */
const placeOf = (text: string): string | undefined => {
  // V8 tells no place of an unexpected sign: it is where the beginnings of the text stop being mere beginnings.
  let [fine, wrong] = [0, text.length]
  while (wrong - fine > 1) {
    const middle = (fine + wrong) >> 1
    if (messageOf(text.slice(0, middle)).endsWith('is not valid JSON')) wrong = middle
    else fine = middle
  }
  const before = text.slice(0, fine)
  if (before.trim() === '') return undefined
  const lines = before.split('\n')
  return `line ${lines.length} column ${(lines.at(-1)?.length ?? 0) + 1}`
}

const mistakeOf = (text: string): string => {
  const message = messageOf(text)
  if (text.trim() === '') return ': it is empty'
  if (message.includes('Unexpected end')) return ': it ends too early'
  // The rest of the message repeats what is in the file.
  const where = /line \d+ column \d+/.exec(message)?.[0] ?? placeOf(text)
  return where === undefined ? '' : `: see ${where}`
}

/**
 * What a file of JSON says. A byte order mark before it, which some editors and shells write, is passed over.
 *
 * @param name what messages call the file
 * @throws UsageError when it is no JSON, with the place and nothing of what the file says, which may be a secret
 */
export const parseJson = (written: string, name: string): unknown => {
  const text = written.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${name} is no JSON${mistakeOf(text)}.`)
  }
}
