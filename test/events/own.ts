import { any, calix, lambda, type Request, route } from 'calix'
import { describe, expect, test } from 'vitest'
import * as gateways from '../../local/gateway/gateways.ts'
import { type Json, record } from './expected.ts'

const introspect = (request: Request) => ({
  ...request.toJSON(),
  body: request.body ?? null,
  raw: new TextDecoder().decode(request.rawBody),
  identity: request.identity ?? null,
})

export const log = ({ error }: { readonly error: unknown }): void => {
  throw error
}

export const routed = [
  route(any('/'), introspect),
  route(any('/files/:name'), introspect),
  route(any('/*rest'), introspect),
] as const

const handler = lambda(calix({ log }, ...routed))

const GATEWAYS = {
  rest: gateways.restApi,
  'http-1.0': gateways.httpApiV1,
  http: gateways.httpApi,
  url: gateways.functionUrl,
  alb: gateways.alb,
  'alb-multi': gateways.albMulti,
} as const

export type Kind = keyof typeof GATEWAYS

export const answerTo = async (kind: Kind, event: Json, to = handler) => {
  const gateway = GATEWAYS[kind]
  const result = await to(event)
  expect(gateway.refusal(result)).toBeUndefined()
  const { status, body } = gateway.answer(result)
  return { status, seen: record(JSON.parse(new TextDecoder().decode(body))) }
}

/** A trap: an event, and what a handler must see of it. */
export type Sample = readonly [name: string, kind: Kind, event: Json, seen: Readonly<Record<string, unknown>>]

export const samples = (title: string, list: ReadonlyArray<Sample>): void => {
  describe(title, () => {
    test.each(list)('%s (%s)', async (_, kind, event, expected) => {
      const { status, seen } = await answerTo(kind, event)
      expect(status).toBe(200)
      expect(Object.fromEntries(Object.keys(expected).map((name) => [name, seen[name]]))).toEqual(expected)
    })
  })
}
