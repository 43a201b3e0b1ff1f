import httpContentNegotiation from '@middy/http-content-negotiation'
import httpCors from '@middy/http-cors'
import httpPartialResponse from '@middy/http-partial-response'
import httpResponseSerializer from '@middy/http-response-serializer'
import { describe, expect, it } from 'vitest'
import { compress } from '../../../middleware/index.ts'
import { get, type MiddlewareRequest, NotFoundError, put, route, routes } from '../../../src/index.ts'
import { placements } from './placements.ts'

const ORIGIN = 'https://foo.example.com'

describe.each(placements)('on $where, behind $gateway', ({ mount }) => {
  describe('http-response-serializer', () => {
    const serializers = [
      {
        regex: /^application\/xml$/,
        serializer: ({ body }: { body?: unknown }) => `<name>${Object(body).name}</name>`,
      },
      { regex: /^application\/json$/, serializer: ({ body }: { body?: unknown }) => JSON.stringify(body) },
    ]
    const ada = { name: 'ada' }
    const person = route(get('/person'), () => ada)
    // A handler's value is JSON with its type by the time middleware sees it; this puts the value in its place again.
    const unserialise = {
      after: ({ response }: MiddlewareRequest) => ({
        statusCode: response?.statusCode,
        body: JSON.parse(response?.body ?? ''),
      }),
    }
    const serializer = httpResponseSerializer({ serializers, defaultContentType: 'application/json' })
    const negotiation = httpContentNegotiation({
      availableMediaTypes: ['application/xml', 'application/json'],
    })

    it.each([
      ['application/xml', '<name>ada</name>'],
      ['application/json', '{"name":"ada"}'],
      ['application/json;q=0.9, application/xml', '<name>ada</name>'],
    ])('writes a value as %s is asked for', async (accept, text) => {
      const answers = mount({ routes: person, middleware: [unserialise, serializer, negotiation] })
      const answer = await answers.get('/person', { headers: { accept } })
      expect(answer).toMatchObject({ status: 200, text, refusal: undefined })
      expect(answer.headers['content-type']).toBe(
        text.startsWith('<') ? 'application/xml' : 'application/json',
      )
    })

    it('writes the value of a middleware that answers early', async () => {
      const early = { before: () => ({ statusCode: 203, body: { name: 'bob' } }) }
      const answers = mount({ routes: person, middleware: [early, serializer, negotiation] })
      const answer = await answers.get('/person', { headers: { accept: 'application/xml' } })
      expect([answer.status, answer.text]).toEqual([203, '<name>bob</name>'])
    })

    it('leaves an answer that has a type', async () => {
      const answers = mount({ routes: person, middleware: [serializer, negotiation] })
      const answer = await answers.get('/person', { headers: { accept: 'application/xml' } })
      expect([answer.headers['content-type'], answer.json]).toEqual(['application/json', ada])
    })

    it('answers 406 by http-content-negotiation where nothing fits', async () => {
      const answers = mount({ routes: person, middleware: [serializer, negotiation] })
      const answer = await answers.get('/person', { headers: { accept: 'image/png' } })
      expect([answer.status, answer.json]).toMatchObject([406, { Code: 'NotAcceptableError' }])
    })
  })

  describe('http-partial-response', () => {
    const profile = route(get('/profile'), () => ({
      name: 'ada',
      born: 1815,
      works: [{ title: 'Notes', pages: 66 }],
    }))
    const answers = mount({
      routes: profile,
      middleware: [httpPartialResponse(), compress({ threshold: 1 })],
    })

    it.each([
      ['name', { name: 'ada' }],
      ['name,works/title', { name: 'ada', works: [{ title: 'Notes' }] }],
      ['works(title,pages)', { works: [{ title: 'Notes', pages: 66 }] }],
    ])('answers with %s alone', async (fields, partial) => {
      const { json, headers } = await answers.get('/profile', { query: { fields } })
      expect(json).toEqual(partial)
      expect(headers['content-length']).toBe(String(JSON.stringify(partial).length))
    })

    it('answers with everything where nothing is chosen', async () => {
      expect((await answers.get('/profile')).json).toMatchObject({ name: 'ada', born: 1815 })
    })
  })

  describe('the official http-cors', () => {
    const things = routes(
      route(get('/thing'), () => ({ ok: true })),
      route(get('/missing'), () => new NotFoundError('x')),
      route(put('/thing'), () => ({ ok: true })),
    )
    const options = { origins: [ORIGIN], credentials: true, headers: 'X-A', methods: 'GET,PUT' }
    const answers = mount({
      routes: things,
      middleware: [httpCors({ ...options, disableBeforePreflightResponse: false })],
    })
    const headers = { origin: ORIGIN }
    const allowing = {
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-credentials': 'true',
      vary: 'Origin',
    }

    it.each([
      ['GET', '/thing', 200],
      ['GET', '/missing', 404],
      ['POST', '/thing', 405],
    ])('allows %s %s, answered %i', async (method, target, status) => {
      const answer = await answers.request(method, target, { headers })
      expect(answer).toMatchObject({ status, headers: allowing, refusal: undefined })
    })

    it('answers a preflight', async () => {
      const answer = await answers.options('/thing', {
        headers: { ...headers, 'access-control-request-method': 'PUT' },
      })
      expect(answer).toMatchObject({
        status: 204,
        headers: { ...allowing, 'access-control-allow-methods': 'GET,PUT' },
      })
    })

    it('allows no other origin', async () => {
      const answer = await answers.get('/thing', { headers: { origin: 'https://bar.example.com' } })
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    })
  })
})
