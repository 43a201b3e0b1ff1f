import { describe, expect, it } from 'vitest'
import type { Caller } from './caller.ts'
import { expectJson } from './expect-json.ts'

const JSON_UTF8 = { 'content-type': 'application/json; charset=utf-8' }

/** What the sections from the first greeting to introspection show, by a way to ask. */
export const routingSections = (call: Caller): void => {
  describe('hello', () => {
    it('is answered as JSON', async () => {
      const { headers } = await expectJson(call, ['GET', '/'], 200, '{"hello":"world"}')
      expect(headers['content-length']).toBe('17')
    })

    it('is answered to HEAD without a body', async () => {
      expect(await call('HEAD', '/')).toMatchObject({
        status: 200,
        text: '',
        headers: { 'content-type': 'application/json' },
      })
    })
  })

  describe('URL parameters', () => {
    it.each([
      ['/cities/seattle', '{"state":"WA"}'],
      ['/cities/portland', '{"state":"OR"}'],
    ])('%s → %s', async (target, text) => {
      await expectJson(call, ['GET', target], 200, text)
    })
  })

  describe('errors', () => {
    it('an unknown city is a bad request', () =>
      expectJson(
        call,
        ['GET', '/cities/vancouver'],
        400,
        '{"Code":"BadRequestError","Message":"BadRequestError: Unknown city \'vancouver\', valid choices are: seattle, portland"}',
      ))

    it.each(['__proto__', 'constructor', 'toString'])(
      '%s is an unknown city like any other',
      async (city) => {
        expect(await call('GET', `/cities/${city}`)).toMatchObject({
          status: 400,
          text: expect.stringContaining(`Unknown city '${city}'`),
        })
      },
    )

    it('an unexpected throw tells nothing', () =>
      expectJson(
        call,
        ['GET', '/cities/seattle/population'],
        500,
        '{"Code":"InternalServerError","Message":"An internal server error occurred."}',
      ))

    it('a path of no route is not found', async () => {
      const answer = await call('GET', '/nowhere')
      expect(answer.status).toBe(404)
      expect(JSON.parse(answer.text)).toMatchObject({ Code: 'NotFoundError' })
    })
  })

  describe('more routing', () => {
    it.each([
      ['PUT', '/resource/foo', '{"value":"foo"}'],
      ['POST', '/myview/foo', '{"value":"foo","method":"post"}'],
      ['PUT', '/myview/foo', '{"value":"foo","method":"put"}'],
    ])('%s %s → %s', async (method, target, text) => {
      await expectJson(call, [method, target], 200, text)
    })

    it('another method is not allowed, and the answer says which are', async () => {
      const answer = await call('GET', '/myview/foo')
      expect(answer).toMatchObject({ status: 405, headers: { allow: 'POST, PUT, OPTIONS' } })
      expect(JSON.parse(answer.text)).toMatchObject({
        Code: 'MethodNotAllowedError',
        Message: expect.stringMatching(/^MethodNotAllowedError: /),
      })
    })

    it('OPTIONS says which methods are allowed', async () => {
      const { status, headers, text } = await call('OPTIONS', '/myview/foo')
      expect({ status, text, allow: headers.allow }).toEqual({
        status: 204,
        text: '',
        allow: 'POST, PUT, OPTIONS',
      })
    })
  })

  describe('request metadata', () => {
    it('an object is there once it has been put', async () => {
      await expectJson(
        call,
        ['GET', '/objects/banana'],
        404,
        '{"Code":"NotFoundError","Message":"NotFoundError: banana"}',
      )
      await expectJson(
        call,
        ['PUT', '/objects/banana', { headers: JSON_UTF8, body: '"yellow"' }],
        200,
        'null',
      )
      await expectJson(call, ['GET', '/objects/banana'], 200, '{"banana":"yellow"}')
    })

    it('a key of any name is one key among others', async () => {
      await expectJson(
        call,
        ['GET', '/objects/__proto__'],
        404,
        '{"Code":"NotFoundError","Message":"NotFoundError: __proto__"}',
      )
      await expectJson(
        call,
        ['PUT', '/objects/__proto__', { headers: JSON_UTF8, body: '{"a":1}' }],
        200,
        'null',
      )
      await expectJson(call, ['GET', '/objects/__proto__'], 200, '{"__proto__":{"a":1}}')
      expect((await call('GET', '/objects/a')).status).toBe(404)
    })

    it('malformed JSON is a bad request', () =>
      expectJson(
        call,
        ['PUT', '/objects/apple', { headers: JSON_UTF8, body: '{' }],
        400,
        '{"Code":"BadRequestError","Message":"BadRequestError: Error Parsing JSON"}',
      ))
  })

  describe('introspect', () => {
    it('has every part of the request', async () => {
      const { status, text } = await call('GET', '/introspect?lang=en&lang=de&q=a%20b', {
        headers: { cookie: 'a=1; b=2', 'x-probe': 'yes' },
      })
      expect(status).toBe(200)
      const { rawPath, context, ...request } = JSON.parse(text)
      expect(rawPath).toMatch(/\/introspect$/)
      expect(context).toEqual(expect.any(Object))
      expect(request).toMatchObject({
        method: 'GET',
        path: '/introspect',
        route: '/introspect',
        params: {},
        query: { q: 'a b' },
        cookies: { a: '1', b: '2' },
        headers: { 'x-probe': 'yes' },
        sourceIp: '127.0.0.1',
        stageVars: {},
      })
      expect(Object.keys(request)).toEqual(
        expect.arrayContaining(['method', 'path', 'route', 'params', 'query', 'queryAll', 'headers']),
      )
      for (const hidden of ['body', 'rawBody', 'event', 'lambdaContext'])
        expect(request).not.toHaveProperty(hidden)
    })
  })
}
