import { describe, expect, it } from 'vitest'
import { httpApi, httpApiV1, restApi } from '../../local/gateway/gateways.ts'
import { eventOf, inside } from './wire.ts'

const routes = [
  { method: 'GET', path: '/files/*path' },
  { method: 'ANY', path: '/cities/:city' },
  { method: 'GET', path: '/cities/:city' },
  { method: 'GET', path: '/cities/all' },
  { method: 'GET', path: '/:section/all' },
  { method: 'GET', path: '/a/:__proto__' },
]

const named = (method: string, target: string) => {
  const http = eventOf(httpApi, { method, target }, { routes })
  const rest = eventOf(restApi, { method, target }, { routes })
  expect(inside(http, 'requestContext', 'routeKey')).toBe(http.routeKey)
  expect(inside(rest, 'requestContext', 'resourcePath')).toBe(rest.resource)
  expect(eventOf(httpApiV1, { method, target }, { routes }).resource).toBe(
    http.routeKey === '$default' ? '$default' : rest.resource,
  )
  return {
    routeKey: http.routeKey,
    resource: rest.resource,
    http: http.pathParameters,
    rest: rest.pathParameters,
  }
}

describe('the route that an event names', () => {
  it('is the one with the parameter, decoded by HTTP APIs and as sent by REST APIs', () => {
    expect(named('GET', '/cities/s%C3%A3o%20paulo')).toEqual({
      routeKey: 'GET /cities/{city}',
      resource: '/cities/{city}',
      http: { city: 'são paulo' },
      rest: { city: 's%C3%A3o%20paulo' },
    })
  })

  it('is the literal one before the one with a parameter, whatever the order', () => {
    expect(named('GET', '/cities/all')).toEqual({
      routeKey: 'GET /cities/all',
      resource: '/cities/all',
      http: undefined,
      rest: null,
    })
    expect(named('GET', '/towns/all').routeKey).toBe('GET /{section}/all')
  })

  it('is the one of any method where no other is', () => {
    expect(named('DELETE', '/cities/seattle').routeKey).toBe('ANY /cities/{city}')
  })

  it('may take the rest of the path, but not nothing', () => {
    expect(named('GET', '/files/a/b%20c')).toEqual({
      routeKey: 'GET /files/{path+}',
      resource: '/files/{path+}',
      http: { path: 'a/b c' },
      rest: { path: 'a/b%20c' },
    })
    expect(named('GET', '/files/').routeKey).toBe('$default')
    expect(named('GET', '/files').routeKey).toBe('$default')
  })

  it('is the default where none matches', () => {
    expect(named('POST', '/files/a')).toEqual({
      routeKey: '$default',
      resource: '/{proxy+}',
      http: undefined,
      rest: { proxy: 'files/a' },
    })
    expect(named('GET', '/')).toEqual({ routeKey: '$default', resource: '/', http: undefined, rest: null })
    expect(named('GET', '/cities/a/b').routeKey).toBe('$default')
    expect(named('GET', '/a/').routeKey).toBe('$default')
  })

  it('may have a parameter that an object treats as its own', () => {
    expect(inside(named('GET', '/a/b').rest, '__proto__')).toBe('b')
  })
})
