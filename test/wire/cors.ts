import { expect } from 'vitest'
import type { Case, Expected } from './case.ts'

export const FOO = 'https://foo.example.com'
export const ALLOWED = 'http://allowed1.example.com'
export const ELSEWHERE = 'http://evil.example.com'
export const USUAL = 'Authorization,Content-Type,X-Amz-Date,X-Amz-Security-Token,X-Api-Key'

export const CUSTOM = {
  'access-control-allow-credentials': 'true',
  'access-control-allow-headers': `${USUAL},X-Special-Header`,
  'access-control-allow-origin': FOO,
  'access-control-expose-headers': 'X-Special-Header',
  'access-control-max-age': '600',
}

export const NONE = {
  'access-control-allow-credentials': null,
  'access-control-allow-headers': null,
  'access-control-allow-methods': null,
  'access-control-allow-origin': null,
  'access-control-expose-headers': null,
  'access-control-max-age': null,
}

export const from = (origin: string | undefined, target: string, method = 'GET'): Case['request'] => ({
  method,
  target,
  headers: origin === undefined ? [] : [['origin', origin]],
})

export const preflight = (origin: string, target: string, method: string): Case['request'] => ({
  method: 'OPTIONS',
  target,
  headers: [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
    ['Access-Control-Request-Headers', 'content-type,x-special-header'],
  ],
})

export const withHeaders = (expected: Expected, headers: Expected['headers']): Expected => ({
  ...expected,
  headers: { ...expected.headers, ...headers },
})

export const varies = (name: string) => ({
  holds: ({ headers }: { readonly headers: ReadonlyMap<string, string> }) =>
    expect(
      (headers.get('vary') ?? '')
        .toLowerCase()
        .split(',')
        .map((each) => each.trim()),
    ).toContain(name),
})
