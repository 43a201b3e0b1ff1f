import { request as httpRequest } from 'node:http'

/** A request of the tutorial. */
export interface Call {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** An answer, as whoever calls sees it. */
export interface Answer {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  readonly text: string
}

/** Sends a request, one way or another. */
export type Caller = (method: string, target: string, call?: Call) => Promise<Answer>

/** Calls a server over its socket; `fetch` would decompress answers and choose headers of its own. */
export const socketCaller =
  (url: string): Caller =>
  (method, target, { headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const sent = httpRequest(
        `${url}${target}`,
        { method, headers: { ...length, ...headers }, agent: false, timeout: 20_000 },
        (response) => {
          const chunks: Array<Buffer> = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.once('error', reject)
          response.once('end', () => {
            const bytes = Buffer.concat(chunks)
            const flat = Object.entries(response.headers).map(
              ([name, value]) => [name, [value].flat().join(', ')] as const,
            )
            resolve({
              status: response.statusCode ?? 0,
              headers: Object.fromEntries(flat),
              bytes,
              text: bytes.toString(),
            })
          })
        },
      )
      sent.once('timeout', () => sent.destroy(new Error(`${method} ${target} is not answered`)))
      sent.once('error', reject)
      sent.end(body)
    })
