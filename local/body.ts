import type { IncomingMessage } from 'node:http'

/** How reading a request's body ended; it is `Aborted` when the peer went away in the middle. */
type Body =
  | { readonly tag: 'Read'; readonly bytes: Uint8Array }
  | { readonly tag: 'TooLarge' }
  | { readonly tag: 'Aborted' }

/** Whether a body follows the head (RFC 9112, 6.3). */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Whether a request says up front that it is larger than the limit, in bytes. */
export const isAnnouncedTooLarge = (request: IncomingMessage, limit: number): boolean =>
  Number(request.headers['content-length'] ?? 0) > limit

/** Reads a body of at most `limit` bytes; never rejects. Of a larger one the rest is left unread. */
export const readBody = (request: IncomingMessage, limit: number): Promise<Body> =>
  new Promise((settle) => {
    const chunks: Uint8Array[] = []
    let size = 0
    const take = (chunk: Uint8Array): void => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else {
        request.off('data', take)
        settle({ tag: 'TooLarge' })
      }
    }
    request.on('data', take)
    request.once('end', () => settle({ tag: 'Read', bytes: Buffer.concat(chunks) }))
    request.once('error', () => settle({ tag: 'Aborted' }))
    request.once('close', () => settle({ tag: 'Aborted' }))
  })

/**
 * Reads on and forgets, so that a peer that is still sending gets to read the refusal: closing a connection on unread
 * bytes would reset it. Not for ever, though.
 * @param patience in milliseconds
 */
export const discard = (request: IncomingMessage, patience: number): Promise<void> =>
  new Promise((settle) => {
    if (request.complete || request.destroyed) return settle()
    const timer = setTimeout(settle, patience)
    request.once('close', () => {
      clearTimeout(timer)
      settle()
    })
    request.resume()
  })
