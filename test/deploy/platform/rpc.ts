import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the platform asks the CLI while a program runs. */
export type Methods = Readonly<Record<string, (parameters: never) => unknown>>

/** The CLI's side of those questions, on a port of its own. */
export interface Rpc {
  readonly url: string
  readonly close: () => Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const answer = async (methods: Methods, body: string): Promise<object> => {
  const { method, params } = JSON.parse(body)
  const asked = methods[method]
  // The words by which the platform recognises an unknown method.
  if (asked === undefined) return { result: null, error: `rpc: can't find method ${method}` }
  try {
    return { result: await asked(params[0] as never), error: null }
  } catch (error) {
    return { result: null, error: error instanceof Error ? error.message : String(error) }
  }
}

const listen = (server: Server): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(address)
    })
  })

/** Serves the methods until it is closed. */
export const serveRpc = async (methods: Methods): Promise<Rpc> => {
  const server = createServer((request, response) => {
    bodyOf(request)
      .then((body) => answer(methods, body))
      .then((reply) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(reply))
      })
  })
  // A program that is busy for long uses its idle connections again.
  server.keepAliveTimeout = 0
  const { port } = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The event API through which `sst dev` forwards invocations. */
export const appsync = (): object => ({
  http: `abcdefghijklmnopqrstuvwxyz.appsync-api.us-east-1.amazonaws.com`,
  realtime: `abcdefghijklmnopqrstuvwxyz.appsync-realtime-api.us-east-1.amazonaws.com`,
})
