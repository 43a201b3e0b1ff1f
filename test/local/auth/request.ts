import type { WireRequest } from '../../../local/gateway/gateway.ts'

/** A request as it stands on the wire. */
export const request = (
  target: string,
  headers: ReadonlyArray<readonly [string, string]> = [],
  rest: { readonly method?: string; readonly body?: string } = {},
): WireRequest => ({
  method: rest.method ?? 'GET',
  target,
  headers,
  body: Buffer.from(rest.body ?? ''),
  sourceIp: '127.0.0.1',
})
