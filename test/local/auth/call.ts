import { request as httpRequest } from 'node:http'
import type { WireRequest } from '../../../local/gateway/gateway.ts'

/** An answer as it has come. */
export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>
  readonly text: string
}

/** Sends a request as it stands, repeated headers included, which `fetch` would join. */
export const call = (url: string, { body, headers, method, target }: WireRequest): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { hostname, host, port } = new URL(url)
    const named = headers.some(([name]) => name.toLowerCase() === 'host')
      ? headers
      : [['host', host], ...headers]
    const framed = body.length === 0 ? named : [...named, ['content-length', String(body.length)]]
    const sent = httpRequest(
      { hostname, port, method, path: target, headers: framed.flat(), agent: false },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk) => {
          text += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
