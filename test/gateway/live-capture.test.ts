import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { albMulti, functionUrl, type Gateway, httpApi, restApi } from '../../local/gateway/gateways.ts'
import { bytes, inside } from './wire.ts'

// One and the same request, captured by its author behind four real gateways in July 2026.
const folder = new URL('../../../shared/events/', import.meta.url)
const captures: ReadonlyArray<readonly [Gateway, string]> = [
  [restApi, 'v1/voker-live-capture.json'],
  [httpApi, 'v2/voker-live-capture.json'],
  [functionUrl, 'furl/voker-live-capture.json'],
  [albMulti, 'alb/voker-live-capture-multi.json'],
]
const body = '{"message":"hello from the public internet","unicode":"lambda-λ"}'
const target =
  '/capture/space%20value?repeat=one&repeat=two&redirect=https%3A%2F%2Fexample.com%2Fa%2Fb&literalPlus=a+b&encodedPlus=a%2Bb&empty='

type Json = Record<string, unknown>

// What the capturing program wrote for what AWS left out: it passed the event through a type with every field.
const prune = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const kept = Object.entries(value)
    .map(([name, inner]) => [name, prune(inner)] as const)
    .filter(([, inner]) => inner !== null && inner !== '' && JSON.stringify(inner) !== '{}')
  return Object.fromEntries(kept)
}

const without = (value: unknown, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => !names.includes(name)))

// Nothing tells two deployments apart but these.
const OWN = [
  'accountId',
  'apiId',
  'domainName',
  'domainPrefix',
  'extendedRequestId',
  'resourceId',
  'deploymentId',
  'elb',
]

const comparable = (event: Json): Json => ({
  ...Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null)),
  requestContext: prune(without(event.requestContext, OWN)),
})

describe.skipIf(!existsSync(folder))('a request captured behind real gateways', () => {
  it.each(captures)('$name makes the event that AWS made', (gateway, file) => {
    const captured: Json = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    const context = captured.requestContext
    const header = (name: string): string => {
      const maps = [inside(captured, 'multiValueHeaders'), inside(captured, 'headers')]
      const found = maps
        .flatMap((map) => Object.entries(map ?? {}))
        .find(([key]) => key.toLowerCase() === name)
      return String(found?.[1])
    }
    const made = gateway.event(
      {
        method: 'POST',
        target,
        headers: [
          ['host', header('host')],
          ['user-agent', 'curl/8.7.1'],
          ['accept', '*/*'],
          ['content-type', 'application/json'],
          ['cookie', 'session=abc123; theme=dark'],
          ['x-voker-probe', 'first'],
          ['x-voker-probe', 'second'],
          ['content-length', '66'],
          ['x-amzn-trace-id', header('x-amzn-trace-id')],
        ],
        body: bytes(body),
        sourceIp: '68.8.83.18',
      },
      { stage: String(inside(context, 'stage')) },
      {
        requestId: String(inside(context, 'requestId')),
        time: new Date(Number(inside(context, 'timeEpoch') ?? inside(context, 'requestTimeEpoch'))),
      },
    )
    if (gateway === albMulti) {
      // The captured balancer listened without TLS.
      const plain = { 'x-forwarded-port': ['80'], 'x-forwarded-proto': ['http'] }
      expect(made.multiValueHeaders).toMatchObject({
        'x-forwarded-port': ['443'],
        'x-forwarded-proto': ['https'],
      })
      made.multiValueHeaders = { ...without(made.multiValueHeaders, []), ...plain }
    }
    expect(comparable(made)).toEqual(comparable(captured))
  })
})

if (!existsSync(folder)) console.warn(`Skipped: the captured events are not at ${folder.pathname}`)
