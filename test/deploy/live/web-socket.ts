import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** The server's end of a WebSocket that carries texts. */
export interface WebSocketEnd {
  readonly send: (text: string) => void
  readonly close: () => void
}

/** What a server does with a WebSocket. */
interface Listener {
  readonly heard: (text: string) => void
  readonly closed: () => void
}

// RFC 6455, sections 1.3 and 5.2.
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const [TEXT, CLOSE, PING, PONG] = [1, 8, 9, 10]

interface Frame {
  readonly isLast: boolean
  readonly opcode: number
  readonly payload: Buffer
  /** How many bytes of the input it took. */
  readonly size: number
}

/** The first frame of the input, unmasked; undefined until all of it is there. */
const frameIn = (input: Buffer): Frame | undefined => {
  if (input.length < 2) return undefined
  const [first, second] = [input.readUInt8(0), input.readUInt8(1)]
  const short = second & 0x7f
  const extended = short === 126 ? 2 : short === 127 ? 8 : 0
  const masked = (second & 0x80) === 0 ? 0 : 4
  const start = 2 + extended + masked
  if (input.length < start) return undefined
  const length =
    extended === 2 ? input.readUInt16BE(2) : extended === 8 ? Number(input.readBigUInt64BE(2)) : short
  if (input.length < start + length) return undefined
  const mask = input.subarray(start - masked, start)
  const payload = Buffer.from(input.subarray(start, start + length))
  if (masked > 0) for (const [at, byte] of payload.entries()) payload[at] = byte ^ (mask[at % 4] ?? 0)
  return { isLast: (first & 0x80) !== 0, opcode: first & 0x0f, payload, size: start + length }
}

const frameOf = (opcode: number, payload: Buffer): Buffer => {
  const { length } = payload
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  header.writeUInt8(0x80 | opcode, 0)
  header.writeUInt8(length < 126 ? length : length < 65_536 ? 126 : 127, 1)
  if (header.length === 4) header.writeUInt16BE(length, 2)
  if (header.length === 10) header.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([header, payload])
}

/** Answers the upgrade of a request, in the subprotocol that is named, and talks on. */
export const acceptWebSocket = (
  request: IncomingMessage,
  socket: Duplex,
  protocol: string,
  listener: Listener,
): WebSocketEnd => {
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${MAGIC}`).digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: ${protocol}\r\n\r\n`,
  )
  const put = (opcode: number, payload: Buffer): void => {
    if (socket.writable) socket.write(frameOf(opcode, payload))
  }
  let input: Buffer = Buffer.alloc(0)
  let parts: Array<Buffer> = []
  socket.on('data', (chunk: Buffer) => {
    input = Buffer.concat([input, chunk])
    for (let frame = frameIn(input); frame !== undefined; frame = frameIn(input)) {
      input = input.subarray(frame.size)
      if (frame.opcode === CLOSE) socket.end(frameOf(CLOSE, frame.payload))
      else if (frame.opcode === PING) put(PONG, frame.payload)
      else if (frame.opcode < CLOSE) {
        parts.push(frame.payload)
        if (!frame.isLast) continue
        const text = Buffer.concat(parts).toString('utf8')
        parts = []
        listener.heard(text)
      }
    }
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', listener.closed)
  return { send: (text) => put(TEXT, Buffer.from(text)), close: () => socket.destroy() }
}
