import { freeName } from '../src/free-name.ts'

/** Words in a row, each with a capital letter: what SST's components are called. */
export const pascal = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/**
 * Names of components for some keys, such as `GET /cities/:city`: the words of each, with a number where two keys have
 * the same words, so that no two components have one name.
 */
export const componentNames = (keys: ReadonlyArray<string>, before: string): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const key of keys) {
    const [method = '', ...rest] = key.split(' ')
    const words =
      rest.length === 0 ? pascal(key) : pascal(method.toLowerCase()) + (pascal(rest.join(' ')) || 'Root')
    const name = freeName(before + words, taken)
    taken.add(name)
    names.set(key, name)
  }
  return names
}
