import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { WireAnswer, WireRequest } from './gateway/gateway.ts'
import { bracketed, isServed, servedHosts } from './hosts.ts'
import { refusal } from './refusal.ts'
import { readTarget } from './request-target.ts'

/** What is known of a request before its body is read: that it may pass, or the server's own answer to it. */
type Admission =
  | { readonly tag: 'Admitted'; readonly request: Omit<WireRequest, 'body'> }
  | { readonly tag: 'Refused'; readonly answer: WireAnswer }

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'

const refused = (answer: WireAnswer): Admission => ({ tag: 'Refused', answer })

const fieldLines = (raw: ReadonlyArray<string>): WireRequest['headers'] =>
  Array.from({ length: raw.length / 2 }, (_, i) => [raw[2 * i] ?? '', raw[2 * i + 1] ?? ''] as const)

// A dual-stack socket writes IPv4 addresses as ::ffff:127.0.0.1
const addressOf = (socket: Socket): string => (socket.remoteAddress ?? '').replace(/^::ffff:/, '')

/**
 * Decides about requests by their head: the host must be one that is served, and the target one that a gateway takes.
 * @param host the address that the server listens on
 * @param port the port that it listens on
 * @param allowed names that are served beside its own
 */
export const admission = (
  host: string,
  port: number,
  allowed: ReadonlyArray<string>,
): ((incoming: IncomingMessage) => Admission) => {
  const served = servedHosts(host, allowed)
  return (incoming) => {
    const method = incoming.method ?? ''
    const headers = fieldLines(incoming.rawHeaders)
    const target = readTarget(incoming.url ?? '')
    const hosts = headers.filter(([name]) => name.toLowerCase() === 'host').map(([, value]) => value)
    // RFC 9112, 3.2: one host, and HTTP/1.0 alone may leave it out.
    const lacksHost = hosts.length === 0 && incoming.httpVersion !== '1.0'
    if (target.tag === 'Malformed' || hosts.length > 1 || lacksHost)
      return refused(refusal(400, 'Bad Request'))
    // A target that names its host goes before the header (RFC 9112, 3.2.2).
    const asked = (target.tag === 'Origin' ? target.host : undefined) ?? hosts[0] ?? ''
    if (!isServed(served, port, asked)) {
      const url = `http://${bracketed(host)}:${port}`
      return refused(
        refusal(
          403,
          `The host '${asked}' is not served here: use ${url}, or allow its name with --allow-host <name>.`,
        ),
      )
    }
    if (target.tag === 'Asterisk') {
      const allowed = { status: 204, headers: [['allow', METHODS]], body: new Uint8Array() } as const
      return refused(method === 'OPTIONS' ? allowed : refusal(400, 'Bad Request'))
    }
    const sourceIp = addressOf(incoming.socket)
    return { tag: 'Admitted', request: { method, target: target.target, headers, sourceIp } }
  }
}
