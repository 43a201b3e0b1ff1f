import { distance } from './distance.ts'

const nearest = (name: string, known: ReadonlyArray<string>): string =>
  [...known].sort((a, b) => distance(name, a) - distance(name, b))[0] ?? ''

/**
 * Refuses options that there are not: the compiler does, and not every caller has one.
 *
 * @param of what takes the options, as the reader knows it: `cors(…)`
 * @throws TypeError that names every unknown option, and the nearest one that there is.
 */
export const assertOptions = (of: string, options: object, known: ReadonlyArray<string>): void => {
  const unknown = Object.keys(options).filter((key) => !known.includes(key))
  if (unknown.length === 0) return
  const list = unknown.map((key) => `'${key}' (did you mean '${nearest(key, known)}'?)`).join(', ')
  throw new TypeError(`${of} has no option ${list}: there are ${known.join(', ')}`)
}
