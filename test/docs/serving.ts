import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalCommand, ROOT } from './calix-local.ts'

const START = /^((?:[A-Z][A-Z0-9_]*=\S+ )*)(?:(npm start)(?: --)?|npx calix local)((?: \S+)*)$/

const wordsOf = (text: string): ReadonlyArray<string> => text.split(' ').filter((word) => word !== '')

const withoutPort = (flags: ReadonlyArray<string>): ReadonlyArray<string> =>
  flags.filter((flag, index) => flag !== '--port' && flags[index - 1] !== '--port')

/**
 * What a command of a page serves; `undefined` when it starts no server. A run of the tests takes a port of its own.
 *
 * @param served the file of the block that the page marks with `ts serve`, which stands for an entry that is not there
 */
export const servingOf = (command: string, served: string | undefined): LocalCommand | undefined => {
  const [all, assignments = '', npm, rest = ''] = START.exec(command) ?? []
  if (all === undefined) return undefined
  const pairs = wordsOf(assignments).map((each) => each.split('=', 2) as [string, string])
  const words = wordsOf(rest)
  const named = npm === undefined && words[0]?.startsWith('-') === false ? words[0] : undefined
  const started = {
    env: Object.fromEntries(pairs),
    flags: withoutPort(named === undefined ? words : words.slice(1)),
  }
  if (npm !== undefined) return started
  const entry = named !== undefined && existsSync(join(ROOT, named)) ? named : (served ?? named)
  return entry === undefined ? started : { ...started, entry }
}
