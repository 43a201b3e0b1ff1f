import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** What a peer says that cannot be read as HTTP gets an answer of its own, after those to the requests before it. */
interface Connections {
  /** Says that a request is owed an answer, until the returned function is called. */
  readonly owe: (incoming: IncomingMessage) => () => void
  /** Answers what cannot be read, once nothing is owed, and closes the connection. */
  readonly refuse: (error: { readonly code?: string }, socket: Duplex) => void
  /** The status that what could not be read was answered with. */
  readonly refusedWith: (socket: Duplex) => number | undefined
}

const statusOf = (code: string | undefined): number | undefined => {
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  // Everything else that the parser finds is HPE_…; the rest are the connection's own errors, with nobody to tell.
  return code?.startsWith('HPE_') === true && code !== 'HPE_INVALID_EOF_STATE' ? 400 : undefined
}

const head = (status: number): string => {
  const body = JSON.stringify({ message: STATUS_CODES[status] })
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}

/** @param refused told of each refusal that is not of a request's body: that one is the request's own */
export const trackConnections = (refused: (status: number) => void): Connections => {
  const requests = new WeakMap<Duplex, Set<IncomingMessage>>()
  const refusals = new WeakMap<Duplex, number>()

  // A request whose body is what cannot be read will never be answered otherwise.
  const isOwed = (socket: Duplex): boolean =>
    [...(requests.get(socket) ?? [])].some(({ complete }) => complete)

  const close = (socket: Duplex, status: number): void => {
    if (!socket.writable) return
    if ((requests.get(socket)?.size ?? 0) === 0) refused(status)
    socket.end(head(status))
    // What the peer still sends cannot be read any more.
    socket.resume()
    setTimeout(() => socket.destroy(), 1_000).unref()
  }

  return {
    owe: (incoming) => {
      const { socket } = incoming
      const owed = requests.get(socket) ?? new Set()
      requests.set(socket, owed.add(incoming))
      return () => {
        owed.delete(incoming)
        const status = refusals.get(socket)
        if (status !== undefined && !isOwed(socket)) close(socket, status)
      }
    },
    refusedWith: (socket) => refusals.get(socket),
    refuse: ({ code }, socket) => {
      if (refusals.has(socket)) return
      const status = statusOf(code)
      // A browser opens connections ahead of need: one on which nothing was ever said times out without a word.
      const silent = 'bytesRead' in socket && socket.bytesRead === 0
      if (status === undefined || silent) socket.destroy()
      else {
        refusals.set(socket, status)
        if (!isOwed(socket)) close(socket, status)
      }
    },
  }
}
