import { open, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** What a place is read with. */
export interface Reading {
  readonly fetch: typeof fetch
  /** Ends what takes too long. */
  readonly signal: AbortSignal
}

/** The most that is read of any place, in bytes: a megabyte. */
const MOST = 1024 * 1024

const tooLong = (): Error => new Error(`it is longer than ${MOST} bytes`)

const readFile = async (path: string): Promise<string> => {
  // Another kind, such as a pipe, may never end.
  if (!(await stat(path)).isFile()) throw new Error(`${path} is no file`)
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST + 1), 0, MOST + 1, 0)
    if (bytesRead > MOST) throw tooLong()
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

const readUrl = async (url: string, reading: Reading): Promise<string> => {
  const answer = await reading.fetch(url, {
    signal: reading.signal,
    // A key that comes from elsewhere is not the issuer's.
    redirect: 'error',
    headers: { accept: 'application/json' },
  })
  if (answer.status !== 200) {
    await answer.body?.cancel()
    throw new Error(`it answered ${answer.status}`)
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > MOST) throw tooLong()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Reads a file or a URL as JSON, up to a megabyte.
 *
 * @param place a path, or an `https`, `http` or `file` URL
 * @throws Error when there is none, it is too long or no JSON
 */
export const readJson = async (place: string, reading: Reading): Promise<unknown> => {
  const text = /^https?:/.test(place)
    ? await readUrl(place, reading)
    : await readFile(place.startsWith('file:') ? fileURLToPath(place) : place)
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message would repeat what it has read.
    throw new Error('it is no JSON')
  }
}
