import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Certificate } from './certificate.ts'
import { acceptWebSocket } from './web-socket.ts'

/**
 * An event API as AppSync has it: what is published on a channel reaches who has subscribed to it. Through one, `sst dev`
 * and the stubs that it deploys talk. Who connects is not asked for a signature.
 *
 * Sources: https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-websocket-protocol.html,
 * https://docs.aws.amazon.com/appsync/latest/eventapi/publish-http.html,
 * https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateApi.html
 */
export interface EventApi {
  /** Where APIs are made: what `AWS_ENDPOINT_URL_APPSYNC` names. */
  readonly endpoint: string
  readonly close: () => Promise<void>
}

interface Subscription {
  readonly channel: string
  readonly deliver: (event: string) => void
}

const PROTOCOL = 'aws-appsync-event-ws'
const TIMEOUT = 300_000

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** Where events are published, and the WebSockets on which they arrive. */
const eventServer = ({ key, certificate }: Certificate) => {
  const subscriptions = new Set<Subscription>()
  const sockets = new Set<{ readonly close: () => void }>()
  const server = createTlsServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    async (request, response) => {
      response.setHeader('content-type', 'application/json')
      // SST asks until it is answered: a new API's name is not known at once.
      if (request.method !== 'POST') return response.end('{}')
      const { channel, events }: { channel: string; events: ReadonlyArray<string> } = JSON.parse(
        await text(request),
      )
      for (const subscription of subscriptions)
        if (subscription.channel === channel) for (const event of events) subscription.deliver(event)
      const successful = events.map((_, index) => ({ identifier: randomUUID(), index }))
      return response.end(JSON.stringify({ failed: [], successful }))
    },
  )
  server.on('upgrade', (request, socket) => {
    const own = new Set<Subscription>()
    const tell = (message: object): void => end.send(JSON.stringify(message))
    const end = acceptWebSocket(request, socket, PROTOCOL, {
      heard: (message) => {
        const { type, id, channel } = JSON.parse(message)
        if (type === 'connection_init') tell({ type: 'connection_ack', connectionTimeoutMs: TIMEOUT })
        if (type !== 'subscribe') return
        const subscription = { channel, deliver: (event: string) => tell({ type: 'data', id, event }) }
        subscriptions.add(subscription)
        own.add(subscription)
        tell({ type: 'subscribe_success', id })
      },
      closed: () => {
        sockets.delete(end)
        for (const subscription of own) subscriptions.delete(subscription)
      },
    })
    sockets.add(end)
  })
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.close()
    await closed(server)
  }
  return { server, close }
}

/** Starts an account's AppSync, in which there is no API yet; close it in the end. */
export const startEventApi = async (certificate: Certificate): Promise<EventApi> => {
  const events = eventServer(certificate)
  const host = `127.0.0.1:${await listen(events.server)}`
  const apis: Array<object> = []
  const control = createServer(async (request, response) => {
    const body = await text(request)
    const [, , , id, namespaces, namespace] = request.url?.split('/') ?? []
    const { name = namespace }: { name?: string } = body === '' ? {} : JSON.parse(body)
    const api = { apiId: 'events', name: name ?? 'sst', dns: { HTTP: host, REALTIME: host } }
    if (request.method === 'POST' && id === undefined) apis.push(api)
    response.setHeader('content-type', 'application/json')
    if (namespaces !== undefined) response.end(JSON.stringify({ channelNamespace: { apiId: id, name } }))
    else response.end(JSON.stringify(request.method === 'GET' && id === undefined ? { apis } : { api }))
  })
  const endpoint = `http://127.0.0.1:${await listen(control)}`
  return {
    endpoint,
    close: async () => {
      await closed(control)
      await events.close()
    },
  }
}
