import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import { issuerKeys } from '../../../local/auth/keys.ts'

export const ISSUER = 'https://login.example.com/'

/** A server for the length of one test. */
export const serving = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

/** Where a server has been, and is no more. */
export const closed = async (): Promise<string> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

/** The keys of the issuer from one place. */
export const from = (place: string) => issuerKeys({ sources: { [ISSUER]: place } })(ISSUER)

/** Why there are no keys to be had of a place. */
export const reasonOf = async (place: string): Promise<string> => {
  const keys = from(place)
  const loaded = await keys.load()
  expect(await keys.find('key-1')).toEqual(loaded)
  return loaded.tag === 'Unavailable' ? loaded.reason : ''
}
