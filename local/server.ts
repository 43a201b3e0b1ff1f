import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { admission } from './admission.ts'
import { discard, hasBody, isAnnouncedTooLarge, readBody } from './body.ts'
import { trackConnections } from './connections.ts'
import type { WireAnswer, WireRequest } from './gateway/gateway.ts'
import { bracketed } from './hosts.ts'
import { listenError } from './listen-error.ts'
import { refusal } from './refusal.ts'
import { writeAnswer } from './write-answer.ts'

/** What the log says of a request. */
export interface Access {
  /** Absent where the request could not be read. */
  readonly method?: string
  /** The target as sent, percent-encoded; absent where the request could not be read. */
  readonly target?: string
  /** Absent when the peer went away before it could be answered. */
  readonly status?: number
  readonly milliseconds: number
}

/** What a server is told. */
interface ServerSettings {
  readonly host: string
  /** 0 is any free one. */
  readonly port: number
  /** Host names that are answered for beside its own, with any port. */
  readonly allowHosts: ReadonlyArray<string>
  /** The largest body, in bytes, and what a larger one gets. */
  readonly bodyLimit: number
  readonly tooLarge: (request: Omit<WireRequest, 'body'>) => WireAnswer
  /** How long the head of a request may take, in milliseconds. */
  readonly headersTimeout: number
  /** Answers a request; must not reject. */
  readonly answer: (request: WireRequest) => Promise<WireAnswer>
  readonly answered: (access: Access) => void
}

/** A server that is listening. */
interface Listening {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string
  /** Accepts nothing new, and resolves when what is in flight has been answered. */
  readonly close: () => Promise<void>
}

/** A request line and headers of 64 KB and more pass, so that it is the app that decides about them (bytes). */
const HEAD_LIMIT = 256 * 1024
/** A whole request, in milliseconds: 10 MB over a slow line. */
const REQUEST_TIMEOUT = 60_000
/** How long a peer may go on sending what nobody reads (ms). */
const DISCARD_TIMEOUT = 5_000

const open = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(address === null || typeof address === 'string' ? port : address.port)
    })
  })

/**
 * Listens, turns each request into a `WireRequest`, and puts the answer on the wire. Whatever a peer sends gets an
 * answer that HTTP allows, or a closed connection.
 * @throws LocalError when the port is taken or the address is not this machine's
 */
export const listen = async (settings: ServerSettings): Promise<Listening> => {
  const { bodyLimit, host, answered } = settings
  let closing = false
  const connections = trackConnections((status) => answered({ status, milliseconds: 0 }))

  const write = (response: ServerResponse, method: string, answer: WireAnswer, last: boolean): number => {
    try {
      writeAnswer(response, method, answer, last)
      return answer.status
    } catch {
      // A status or a field that HTTP cannot carry.
      writeAnswer(response, method, refusal(502, 'Internal server error'), last)
      return 502
    }
  }

  const handle = async (
    incoming: IncomingMessage,
    response: ServerResponse,
    expectsContinue: boolean,
  ): Promise<void> => {
    const start = performance.now()
    const { method = '', url: target = '' } = incoming
    const access = (): Access => ({ method, target, milliseconds: performance.now() - start })
    const log = (status: number): void => answered(response.destroyed ? access() : { ...access(), status })
    const refuse = async (answer: WireAnswer): Promise<void> => {
      const unread = hasBody(incoming)
      log(write(response, method, answer, closing || unread))
      if (unread) await discard(incoming, DISCARD_TIMEOUT)
      response.end()
    }

    response.once('close', connections.owe(incoming))
    const admitted = admit(incoming)
    if (admitted.tag === 'Refused') return refuse(admitted.answer)
    if (isAnnouncedTooLarge(incoming, bodyLimit)) return refuse(settings.tooLarge(admitted.request))
    if (expectsContinue) response.writeContinue()
    const body = await readBody(incoming, bodyLimit)
    if (body.tag === 'TooLarge') return refuse(settings.tooLarge(admitted.request))
    if (body.tag === 'Aborted') {
      const status = connections.refusedWith(incoming.socket)
      return answered({ ...access(), ...(status === undefined ? {} : { status }) })
    }

    const answer = await settings.answer({ ...admitted.request, body: body.bytes })
    log(write(response, method, answer, closing))
    response.end()
  }

  const server = createServer({
    maxHeaderSize: HEAD_LIMIT,
    headersTimeout: Math.min(settings.headersTimeout, REQUEST_TIMEOUT),
    requestTimeout: REQUEST_TIMEOUT,
    connectionsCheckingInterval: 500,
    // A missing host is refused with the others that are not served.
    requireHostHeader: false,
  })
  // No header is dropped silently: the limit is that of bytes.
  server.maxHeadersCount = 0
  server.on('request', (incoming, response) => void handle(incoming, response, false))
  server.on('checkContinue', (incoming, response) => void handle(incoming, response, true))
  server.on('clientError', connections.refuse)
  server.on('connect', (_, socket) => connections.refuse({ code: 'HPE_CONNECT' }, socket))

  const port = await open(server, host, settings.port)
  const admit = admission(host, port, settings.allowHosts)
  return {
    url: `http://${bracketed(host)}:${port}`,
    close: () =>
      new Promise((resolve) => {
        closing = true
        // Also closes the connections that are idle; those that are not get `connection: close` with their answer.
        server.close(() => resolve())
      }),
  }
}
