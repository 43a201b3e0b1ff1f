import fc from 'fast-check'
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

const statuses = [0, 99, 100, 199, 600, 200.5, '200', null, true, Number.NaN, Number.POSITIVE_INFINITY]

const cyclic: Record<string, unknown> = { statusCode: 200 }
cyclic.self = cyclic

describe.each(gateways)('$name', (gateway) => {
  it.each([200, 299, 404, 599])('takes the status %s', (statusCode) => {
    expect(gateway.refusal({ statusCode })).toBeUndefined()
  })

  it.each(statuses)('refuses the status %s', (statusCode) => {
    expect(gateway.refusal({ statusCode })).toMatch(/statusCode is .+: give an integer from 200 to 599/)
  })

  it.each([[1], [{}], [['a']], [true]])('refuses the body %j', (body) => {
    expect(gateway.refusal({ statusCode: 200, body })).toMatch(/^body is .+: give a string$/)
  })

  it.each(['a', 'a===', '/wD-', 'YQ', 'Y Q==', 'λλλλ'])('refuses %s as base64', (body) => {
    expect(gateway.refusal({ statusCode: 200, body, isBase64Encoded: true })).toMatch(/not base64/)
    expect(gateway.refusal({ statusCode: 200, body, isBase64Encoded: false })).toBeUndefined()
  })

  it('refuses a flag that is not one', () => {
    expect(gateway.refusal({ statusCode: 200, isBase64Encoded: 'true' })).toMatch(/isBase64Encoded is "true"/)
  })

  it.each(['', 'a b', 'a:b', 'a\r\nb', 'é', 'a\0'])('refuses the header name %j', (name) => {
    const result = { headers: { [name]: 'x' }, multiValueHeaders: { [name]: ['x'] } }
    expect(gateway.refusal({ statusCode: 200, ...result })).toMatch(/is no header name/)
  })

  it.each(['a\r\nb: c', 'a\nb', 'a\0', 'a\x7f', '☕'])('refuses the header value %j', (value) => {
    const result = { headers: { x: value }, multiValueHeaders: { x: [value] } }
    expect(gateway.refusal({ statusCode: 200, ...result })).toMatch(/the header x is ".+no controls/)
  })

  it('takes what a header may hold', () => {
    const value = 'a\tb "é" ~'
    expect(
      gateway.refusal({ statusCode: 200, headers: { x: value }, multiValueHeaders: { x: [value] } }),
    ).toBeUndefined()
  })

  it('refuses what cannot be JSON', () => {
    expect(gateway.refusal(cyclic)).toMatch(/^Lambda cannot write the result as JSON: /)
    expect(gateway.refusal({ statusCode: 200, body: 1n })).toMatch(
      /^Lambda cannot write the result as JSON: /,
    )
  })

  it('refuses more than it can carry', () => {
    const limit = gateway === alb || gateway === albMulti ? 1024 * 1024 : 6_291_556
    const frame = JSON.stringify({ statusCode: 200, body: '' }).length
    const carried = { statusCode: 200, body: 'a'.repeat(limit - frame) }
    expect(gateway.refusal(carried)).toBeUndefined()
    expect(gateway.refusal({ ...carried, body: `${carried.body}a` })).toMatch(new RegExp(`carries ${limit}$`))
  })

  it('answers with its own failure exactly when it refuses', () => {
    const header = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 2 }),
    )
    const result = fc.oneof(
      fc.anything({ withBigInt: true, withNullPrototype: true }),
      fc.record(
        {
          statusCode: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 190, max: 610 }) }, fc.anything()),
          headers: fc.dictionary(fc.string({ maxLength: 4 }), header, { maxKeys: 2 }),
          multiValueHeaders: fc.dictionary(
            fc.stringMatching(/^[a-z]{1,4}$/),
            fc.array(header, { maxLength: 2 }),
          ),
          cookies: fc.array(fc.string(), { maxLength: 2 }),
          body: fc.oneof(fc.base64String(), fc.string(), fc.constant(null)),
          isBase64Encoded: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    )
    fc.assert(
      fc.property(result, (value) => {
        const refused = gateway.refusal(value)
        const answer = gateway.answer(value)
        expect(answer === gateway.failure).toBe(refused !== undefined)
        expect(answer.status).toBeGreaterThanOrEqual(200)
        expect(answer.status).toBeLessThanOrEqual(599)
        for (const [name, line] of answer.headers) {
          expect(name).toMatch(/^[^\s:A-Z]+$/)
          expect(line).toMatch(/^[\t\x20-\x7e\x80-\xff]*$/)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('what one gateway refuses and another takes', () => {
  it('is a field that a REST API does not know', () => {
    const result = { statusCode: 200, cookies: ['a=1'] }
    expect(restApi.refusal(result)).toMatch(/knows no field "cookies"/)
    for (const gateway of gateways.filter((each) => each !== restApi))
      expect(gateway.refusal(result)).toBeUndefined()
  })

  it('is a null, which a load balancer does not take for nothing', () => {
    for (const gateway of [restApi, httpApi, httpApiV1, functionUrl]) {
      const result = { statusCode: 200, headers: null, body: null, isBase64Encoded: null }
      expect(gateway.refusal(result)).toBeUndefined()
    }
    for (const gateway of [alb, albMulti])
      expect(gateway.refusal({ statusCode: 200, body: null })).toMatch(/body is null/)
    expect(alb.refusal({ statusCode: 200, headers: null })).toMatch(/headers is null/)
    expect(albMulti.refusal({ statusCode: 200, multiValueHeaders: null })).toMatch(
      /multiValueHeaders is null/,
    )
  })

  it('is a header that is null, which counts as absent where a null does', () => {
    const result = { statusCode: 204, headers: { x: null, y: '1' }, multiValueHeaders: { z: null, w: ['2'] } }
    expect(restApi.answer(result).headers).toEqual([
      ['w', '2'],
      ['y', '1'],
    ])
    expect(httpApi.answer(result).headers).toEqual([['y', '1']])
    expect(alb.refusal(result)).toMatch(/the header x is null: give a string/)
    expect(albMulti.refusal(result)).toMatch(/multiValueHeaders\["z"\] is null: give a list/)
  })

  it('is a list in headers', () => {
    const headers = { 'set-cookie': ['a=1'] }
    for (const gateway of gateways.filter((each) => each !== albMulti)) {
      expect(gateway.refusal({ statusCode: 200, headers })).toMatch(/set-cookie is a list: give a string/)
    }
  })

  it('is a single value in multiValueHeaders', () => {
    const multiValueHeaders = { vary: 'origin' }
    for (const gateway of [restApi, httpApiV1, albMulti]) {
      expect(gateway.refusal({ statusCode: 200, multiValueHeaders })).toMatch(/is a string: give a list/)
    }
  })

  it('is cookies that are no list', () => {
    for (const gateway of [httpApi, functionUrl]) {
      expect(gateway.refusal({ statusCode: 200, cookies: 'a=1' })).toMatch(/cookies is a string/)
    }
  })

  it('is a status description without its status', () => {
    for (const gateway of [alb, albMulti]) {
      expect(gateway.refusal({ statusCode: 200, statusDescription: '200 OK' })).toBeUndefined()
      expect(gateway.refusal({ statusCode: 200, statusDescription: 'OK' })).toMatch(
        /statusDescription is "OK"/,
      )
      expect(gateway.refusal({ statusCode: 200, statusDescription: null })).toMatch(
        /statusDescription is null/,
      )
      expect(gateway.refusal({ statusCode: 200, statusDescription: '404 Not Found' })).toMatch(
        /"404 Not Found"/,
      )
    }
  })
})
