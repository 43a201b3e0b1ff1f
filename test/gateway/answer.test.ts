import { describe, expect, it } from 'vitest'
import {
  alb,
  albMulti,
  functionUrl,
  gateways,
  httpApi,
  httpApiV1,
  restApi,
} from '../../local/gateway/gateways.ts'
import { readable } from './wire.ts'

const answer = (gateway: (typeof gateways)[number], result: unknown) => readable(gateway.answer(result))

describe('an answer', () => {
  it.each(gateways)('of $name has the status, the body and the type that the function gave', (gateway) => {
    const headers = { 'Content-Type': 'text/html' }
    const multiValueHeaders = { 'Content-Type': ['text/html'] }
    const result = gateway === albMulti ? { multiValueHeaders } : { headers }
    expect(answer(gateway, { statusCode: 418, body: 'λ', ...result })).toEqual({
      status: 418,
      headers: [['content-type', 'text/html']],
      body: 'λ',
    })
  })

  it.each(gateways)('of $name decodes base64', (gateway) => {
    const { body } = gateway.answer({ statusCode: 200, body: '/wD+', isBase64Encoded: true })
    expect([...body]).toEqual([0xff, 0x00, 0xfe])
  })

  it.each(gateways)('of $name leaves a missing body empty', (gateway) => {
    expect(answer(gateway, { statusCode: 200 })).toMatchObject({ status: 200, body: '' })
  })

  it.each([
    [restApi, 'application/json'],
    [httpApi, 'text/plain; charset=utf-8'],
    [httpApiV1, 'text/plain; charset=utf-8'],
    [functionUrl, 'application/json'],
    [alb, 'application/octet-stream'],
    [albMulti, 'application/octet-stream'],
  ] as const)('of $0.name has the type $1 where the function gave none', (gateway, type) => {
    expect(answer(gateway, { statusCode: 200, body: 'a' }).headers).toEqual([['content-type', type]])
  })

  it.each(gateways)('of $name ends with its headers where the status says so', (gateway) => {
    for (const statusCode of [204, 304]) {
      expect(answer(gateway, { statusCode, body: 'a' })).toEqual({
        status: statusCode,
        headers: [],
        body: '',
      })
    }
  })

  it.each(gateways)('of $name leaves the framing to the server', (gateway) => {
    const framing = {
      'Content-Length': '99',
      connection: 'close',
      'transfer-encoding': 'chunked',
      Date: 'now',
      x: '1',
    }
    const lists = Object.fromEntries(Object.entries(framing).map(([name, value]) => [name, [value]]))
    const result = gateway === albMulti ? { multiValueHeaders: lists } : { headers: framing }
    const { headers } = answer(gateway, { statusCode: 204, ...result })
    expect(headers).toEqual([['x', '1']])
  })
})

describe('headers with several values', () => {
  it.each([restApi, httpApiV1])('go out a line each behind $name, which merges both maps', (gateway) => {
    const result = {
      statusCode: 204,
      headers: { Vary: 'origin', 'X-Probe': 'third', 'set-cookie': 'a=1' },
      multiValueHeaders: { 'x-probe': ['first', 'second'], 'Set-Cookie': ['a=1', 'b=2'] },
    }
    expect(answer(gateway, result).headers).toEqual([
      ['x-probe', 'first'],
      ['x-probe', 'second'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['vary', 'origin'],
      ['x-probe', 'third'],
    ])
  })

  it.each([httpApi, functionUrl])('are cookies alone behind $name', (gateway) => {
    const result = {
      statusCode: 204,
      headers: { vary: 'origin' },
      multiValueHeaders: { 'x-probe': ['unread'] },
      cookies: ['a=1', 'b=2; Secure'],
    }
    expect(answer(gateway, result).headers).toEqual([
      ['vary', 'origin'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2; Secure'],
    ])
  })

  it('come from one map or the other behind a load balancer', () => {
    const result = {
      statusCode: 204,
      headers: { 'set-cookie': 'a=1', 'Set-cookie': 'b=2' },
      multiValueHeaders: { 'set-cookie': ['c=3', 'd=4'] },
    }
    expect(answer(alb, result).headers).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
    expect(answer(albMulti, result).headers).toEqual([
      ['set-cookie', 'c=3'],
      ['set-cookie', 'd=4'],
    ])
  })

  it('that are numbers and booleans are text, but not behind a load balancer', () => {
    const headers = { 'access-control-max-age': 600, 'access-control-allow-credentials': true }
    for (const gateway of [restApi, httpApi, httpApiV1, functionUrl]) {
      expect(answer(gateway, { statusCode: 204, headers }).headers).toEqual([
        ['access-control-max-age', '600'],
        ['access-control-allow-credentials', 'true'],
      ])
    }
    expect(alb.refusal({ statusCode: 204, headers })).toMatch(
      /access-control-max-age is a number: give a string/,
    )
  })

  it('that a REST API keeps for itself go out under another name', () => {
    const headers = { 'WWW-Authenticate': 'Bearer', server: 'calix' }
    expect(answer(restApi, { statusCode: 204, headers }).headers).toEqual([
      ['x-amzn-remapped-www-authenticate', 'Bearer'],
      ['x-amzn-remapped-server', 'calix'],
    ])
    expect(answer(httpApi, { statusCode: 204, headers }).headers).toContainEqual([
      'www-authenticate',
      'Bearer',
    ])
  })
})

describe('a result without a status', () => {
  it.each([httpApi, functionUrl])('is the body of a 200 behind $name', (gateway) => {
    const headers = [['content-type', 'application/json']]
    expect(answer(gateway, { hello: 'world' })).toEqual({ status: 200, headers, body: '{"hello":"world"}' })
    expect(answer(gateway, 'hello')).toEqual({ status: 200, headers, body: 'hello' })
    expect(answer(gateway, [1])).toEqual({ status: 200, headers, body: '[1]' })
    expect(answer(gateway, undefined)).toEqual({ status: 200, headers, body: 'null' })
    expect(answer(gateway, { body: 'x', headers: {} }).body).toBe('{"body":"x","headers":{}}')
  })

  it.each([restApi, httpApiV1, alb, albMulti])('is refused by $name', (gateway) => {
    expect(gateway.refusal({ hello: 'world' })).toBeTypeOf('string')
    expect(gateway.refusal('hello')).toMatch(/takes an object with a statusCode; the function gave a string/)
    expect(gateway.refusal(undefined)).toMatch(/the function gave null/)
  })
})

describe('a refused result', () => {
  it('is the 502 of a REST API', () => {
    expect(answer(restApi, {})).toEqual({
      status: 502,
      headers: [['content-type', 'application/json']],
      body: '{"message": "Internal server error"}',
    })
  })

  it('is the 500 of an HTTP API', () => {
    const failed = {
      status: 500,
      headers: [['content-type', 'application/json']],
      body: '{"message":"Internal Server Error"}',
    }
    expect(answer(httpApi, { statusCode: 'x' })).toEqual(failed)
    expect(answer(httpApiV1, {})).toEqual(failed)
  })

  it('is the 502 of a function URL', () => {
    expect(answer(functionUrl, { statusCode: 'x' })).toMatchObject({
      status: 502,
      body: 'Internal Server Error',
    })
  })

  it('is the page of a load balancer', () => {
    expect(answer(alb, {})).toMatchObject({ status: 502, headers: [['content-type', 'text/html']] })
    expect(answer(albMulti, {}).body).toContain('<h1>502 Bad Gateway</h1>')
  })

  it.each(gateways)('is what a failing function gives behind $name', (gateway) => {
    expect(readable(gateway.failure)).toEqual(answer(gateway, { statusCode: 99 }))
  })
})
