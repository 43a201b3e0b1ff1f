import { connect, type Socket } from 'node:net'

/** A bare connection, for what no HTTP client would send. */
export interface Conversation {
  readonly socket: Socket
  readonly send: (text: string | Uint8Array) => void
  /** What has come so far, once the test on it holds. */
  readonly until: (holds: (text: string) => boolean) => Promise<string>
  /** All that comes until the peer closes. */
  readonly end: () => Promise<string>
}

export const converse = (url: string): Promise<Conversation> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: false })
    let text = ''
    let closed = false
    const waiting = new Set<() => void>()
    const wake = (): void => {
      for (const each of [...waiting]) each()
    }
    const until = (holds: (text: string) => boolean): Promise<string> =>
      new Promise((settle, fail) => {
        const look = (): void => {
          if (holds(text)) settle(text)
          else if (closed) fail(new Error(`the connection closed after ${JSON.stringify(text)}`))
          else return
          waiting.delete(look)
        }
        waiting.add(look)
        look()
      })
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => {
      text += chunk
      wake()
    })
    socket.on('close', () => {
      closed = true
      wake()
    })
    socket.on('error', reject)
    socket.on('connect', () =>
      resolve({
        socket,
        send: (data) => void socket.write(data),
        until,
        end: () => until(() => closed),
      }),
    )
  })

/** Sends one text and gives all that comes until the peer closes. */
export const exchangeRaw = async (url: string, text: string): Promise<string> => {
  const talk = await converse(url)
  talk.send(text)
  return talk.end()
}

/** How many answers a text holds. */
export const statuses = (text: string): ReadonlyArray<number> =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
