import { type Reading, readJson } from './read-limited.ts'

/** The page that a place is; `undefined` for a file. */
const pageOf = (place: string): URL | undefined => {
  const url = URL.canParse(place) ? new URL(place) : undefined
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined
}

/** How messages call a place. Whoever reads a log need not know a URL's password, nor what stands in its query. */
export const shownPlace = (place: string): string => {
  if (!URL.canParse(place)) return /^\s*[a-z][\w+.-]+:/i.test(place) ? 'a malformed URL' : place
  const { hash, host, password, pathname, protocol, search, username } = new URL(place)
  return `${username}${password}${search}${hash}` === '' ? place : `${protocol}//${host}${pathname}`
}

/** What the system calls an error, such as ` (ECONNREFUSED)`. */
const codeIn = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''

/**
 * Reads a file or a URL as JSON.
 *
 * @throws Error when it cannot be read; its message has nothing of the place but what `shownPlace` has
 */
export const readPlace = async (place: string, reading: Reading): Promise<unknown> => {
  const page = pageOf(place)
  const shown = shownPlace(place)
  if (page !== undefined && `${page.username}${page.password}` !== '')
    throw new Error(`${shown} cannot be fetched with a user name and a password in its URL`)
  try {
    return await readJson(page?.href ?? place, reading)
  } catch (error) {
    // What `fetch` and the file system say themselves repeats the place.
    if (page !== undefined && error instanceof TypeError)
      throw new Error(`${shown} cannot be fetched${codeIn(error.cause)}`)
    const code = codeIn(error)
    if (error instanceof TypeError || code !== '') throw new Error(`${shown} cannot be read${code}`)
    throw error
  }
}
