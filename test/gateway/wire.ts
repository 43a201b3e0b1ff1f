import type { Deployment, Gateway, WireAnswer, WireRequest } from '../../local/gateway/gateways.ts'

export const at = {
  requestId: '7c2af7db-31f3-42b5-8a6d-9ffc74e3b9e0',
  time: new Date('2026-07-10T19:19:04.836Z'),
}

/** A request with what the case is about, and a plain rest. */
export const wire = (request: Partial<WireRequest> = {}): WireRequest => ({
  method: 'GET',
  target: '/',
  headers: [],
  body: new Uint8Array(),
  sourceIp: '203.0.113.9',
  ...request,
})

/** An event as Lambda hands it over: through JSON. */
export const eventOf = (
  gateway: Gateway,
  request: Partial<WireRequest>,
  deployment: Partial<Deployment> = {},
): Record<string, unknown> =>
  JSON.parse(JSON.stringify(gateway.event(wire(request), { stage: 'dev', ...deployment }, at)))

/** What stands at a path of names in an event. */
export const inside = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null
        ? Object.getOwnPropertyDescriptor(found, name)?.value
        : undefined,
    value,
  )

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** An answer with its body as text. */
export const readable = ({ body, headers, status }: WireAnswer) => ({
  status,
  headers,
  body: new TextDecoder().decode(body),
})
