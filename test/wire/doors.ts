import { Agent, request as httpRequest } from 'node:http'
import { type App, lambda } from 'calix'
import { serve } from 'calix/local'
import {
  alb,
  albMulti,
  functionUrl,
  type Gateway,
  httpApi,
  httpApiV1,
  restApi,
} from '../../local/gateway/gateways.ts'

/** A request as a caller puts it on the wire; the target is percent-encoded, header lines stand as given. */
export interface Sent {
  readonly method?: string
  readonly target: string
  readonly headers?: ReadonlyArray<readonly [name: string, value: string]>
  readonly body?: string | Uint8Array
}

/** An answer as the caller receives it. */
export interface Answer {
  readonly status: number
  /** By lower-case name, the lines of a repeated one joined; without `set-cookie`. */
  readonly headers: ReadonlyMap<string, string>
  readonly cookies: ReadonlyArray<string>
  readonly bytes: Uint8Array
  readonly text: string
}

export type DoorName = Gateway['name'] | 'socket rest' | 'socket http'

/** One of the ways by which a request reaches an app. */
export interface Door {
  readonly name: DoorName
  readonly open: (app: App) => Promise<Opened>
}

/** An app behind a door. */
export interface Opened {
  readonly send: (sent: Sent) => Promise<Answer>
  readonly close: () => Promise<void>
}

/** Where every app of these tests is deployed. */
export const STAGE = 'dev'
export const STAGE_VARIABLES = { table: 'cats' }

type Lines = ReadonlyArray<readonly [name: string, value: string]>

const bytesOf = (body: Sent['body']): Uint8Array =>
  typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? new Uint8Array())

/** What every client adds: the host, and the length where there is a body or one would be expected. */
const linesOf = (sent: Sent, host: string, length: number): Lines => [
  ['host', host],
  ...(sent.headers ?? []),
  ...(length > 0 || ['POST', 'PUT', 'PATCH'].includes(sent.method ?? 'GET')
    ? [['content-length', String(length)] as const]
    : []),
]

const answerOf = (status: number, lines: Lines, bytes: Uint8Array): Answer => {
  const headers = new Map<string, string>()
  const cookies: Array<string> = []
  for (const [name, value] of lines) {
    const key = name.toLowerCase()
    const before = headers.get(key)
    if (key === 'set-cookie') cookies.push(value)
    else headers.set(key, before === undefined ? value : `${before}, ${value}`)
  }
  return { status, headers, cookies, bytes, text: new TextDecoder().decode(bytes) }
}

/** A gateway and Lambda in this process: the event and the result pass through JSON, as they do on AWS. */
const inProcess = (gateway: Gateway): Door => ({
  name: gateway.name,
  open: async (app) => {
    const handler = lambda(app)
    let count = 0
    const send = async (sent: Sent): Promise<Answer> => {
      const { method = 'GET', target } = sent
      const body = bytesOf(sent.body)
      const headers = linesOf(sent, 'api.example.com', body.length)
      const event = gateway.event(
        { method, target, headers, body, sourceIp: '127.0.0.1' },
        { stage: STAGE, stageVariables: STAGE_VARIABLES },
        { requestId: `00000000-0000-4000-8000-${String(count++).padStart(12, '0')}`, time: new Date() },
      )
      const result = await handler(JSON.parse(JSON.stringify(event)), {
        awsRequestId: 'test',
        functionName: 'test',
        getRemainingTimeInMillis: () => 30_000,
      })
      const refusal = gateway.refusal(result)
      if (refusal !== undefined) throw new Error(`${gateway.name} refused the result: ${refusal}`)
      const answer = gateway.answer(result)
      return answerOf(answer.status, answer.headers, answer.body)
    }
    return { send, close: async () => {} }
  },
})

/** The local server, asked by a client that sends paths and header lines as they are written. */
const socket = (payload: 'rest' | 'http'): Door => ({
  name: `socket ${payload}`,
  open: async (app) => {
    const server = await serve({
      handler: lambda(app),
      port: 0,
      payload,
      stage: STAGE,
      stageVariables: STAGE_VARIABLES,
    })
    const { hostname, port } = new URL(server.url)
    const agent = new Agent({ keepAlive: true })
    const send = (sent: Sent): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const body = bytesOf(sent.body)
        const lines = linesOf(sent, `${hostname}:${port}`, body.length)
        const outgoing = httpRequest(
          {
            ...{ agent, host: hostname, port: Number(port), path: sent.target },
            ...{ method: sent.method ?? 'GET', headers: lines.flat() },
          },
          (incoming) => {
            const chunks: Array<Uint8Array> = []
            incoming.on('data', (chunk: Uint8Array) => chunks.push(chunk))
            incoming.on('error', reject)
            incoming.on('end', () => {
              const raw = incoming.rawHeaders
              const received = Array.from(
                { length: raw.length / 2 },
                (_, index) => [raw[2 * index] ?? '', raw[2 * index + 1] ?? ''] as const,
              )
              resolve(answerOf(incoming.statusCode ?? 0, received, Buffer.concat(chunks)))
            })
          },
        )
        outgoing.on('error', reject)
        outgoing.end(body.length > 0 ? body : undefined)
      })
    return {
      send,
      close: async () => {
        agent.destroy()
        await server.close()
      },
    }
  },
})

/** The gateways in this process. */
export const gatewayDoors: ReadonlyArray<Door> = [
  restApi,
  httpApi,
  httpApiV1,
  functionUrl,
  alb,
  albMulti,
].map(inProcess)

export const socketDoors: ReadonlyArray<Door> = [socket('rest'), socket('http')]

/** Every door. */
export const doors: ReadonlyArray<Door> = [...gatewayDoors, ...socketDoors]

/** HTTP APIs decode the path before the function sees it. */
export const HTTP_APIS: ReadonlyArray<DoorName> = ['http', 'http-1.0', 'socket http']

/** A load balancer without multi-value headers hands over the last value of what is repeated. */
export const LAST_VALUE_ONLY: ReadonlyArray<DoorName> = ['alb']

export const REST_APIS: ReadonlyArray<DoorName> = ['rest', 'socket rest']
