import type { ServeOptions } from 'calix/local'
import { type Serving, serving } from './serving.ts'

interface Event {
  readonly path: string
  readonly httpMethod: string
  readonly body: string | null
  readonly isBase64Encoded: boolean
}

/** What `/hop` answers with: fields that are the server's own to say, and one that is not. */
const HOP = {
  connection: 'close',
  'keep-alive': 'timeout=9',
  'content-length': '999',
  upgrade: 'h2c',
  'x-kept': '2',
}

const answer = ({ path, httpMethod, body, isBase64Encoded }: Event): object => {
  if (path === '/hop') return { statusCode: 200, headers: HOP, body: 'hop' }
  if (path.startsWith('/status/')) return { statusCode: Number(path.slice(8)), body: 'body' }
  const size = body === null ? 0 : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').length
  return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: `${httpMethod} ${path} ${size}` }
}

/** Serves a handler that answers with what it was asked, and keeps each event; `/slow` takes 200 ms. */
export const echo = async (options: ServeOptions = {}): Promise<Serving & { readonly seen: unknown[] }> => {
  const seen: unknown[] = []
  const handler = async (event: Event): Promise<object> => {
    seen.push(event)
    if (event.path === '/slow') await new Promise((resolve) => setTimeout(resolve, 200))
    return answer(event)
  }
  return { ...(await serving(handler, options)), seen }
}
