import { expect } from 'vitest'
import type { Answer, Caller } from '../../tutorial/caller.ts'

/** What says when, or over which connection, something was answered. */
const PASSING = ['date', 'connection', 'keep-alive']

/** Of the introspected request, what tells one gateway and one socket from another. */
const introspected = (text: string): unknown => {
  const { context: _, headers, ...request } = JSON.parse(text)
  const { host: __, 'x-amzn-trace-id': ___, ...sent } = headers
  return { ...request, headers: sent }
}

const seen = (target: string, { status, headers, bytes, text }: Answer): unknown => {
  const isIntrospection = target.startsWith('/introspect') && status === 200
  const kept = Object.entries(headers).filter(
    ([name]) => !PASSING.includes(name) && !(isIntrospection && name === 'content-length'),
  )
  return {
    status,
    headers: Object.fromEntries(kept),
    body: isIntrospection ? introspected(text) : Buffer.from(bytes).toString('latin1'),
  }
}

/** Asks two, which must answer alike: status, headers and body. */
export const alike =
  (one: Caller, other: Caller): Caller =>
  async (method, target, call) => {
    const answer = await one(method, target, call)
    expect(seen(target, await other(method, target, call)), `${method} ${target}`).toEqual(
      seen(target, answer),
    )
    return answer
  }
