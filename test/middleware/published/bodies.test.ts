import httpJsonBodyParser from '@middy/http-json-body-parser'
import validator from '@middy/validator'
import { transpileSchema } from '@middy/validator/transpile'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { json } from '../../../middleware/index.ts'
import { get, post, route, routes } from '../../../src/index.ts'
import { keepingLog } from '../trace.ts'
import { placements } from './placements.ts'

type Schema = NonNullable<NonNullable<Parameters<typeof validator>[0]>['eventSchema']>

// Its types ask for an Ajv where its documentation, rightly, passes a compiled schema.
const schemaOf = (compiled: unknown): Schema => compiled as Schema

const PERSON = {
  type: 'object',
  required: ['body'],
  properties: {
    body: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, role: { type: 'string', default: 'guest' } },
    },
  },
}

describe.each(placements)('on $where, behind $gateway', ({ mount }) => {
  const echo = route(post('/people'), ({ body }) => ({ body }))

  describe.each([
    ['transpileSchema', () => transpileSchema(PERSON)],
    ['ajv', () => new Ajv({ useDefaults: true }).compile(PERSON)],
  ])('validator, by %s', (_how, compile) => {
    // The body has to be parsed before it is validated, so json stands outside.
    const middleware = [validator({ eventSchema: schemaOf(compile()) }), json()]
    const answers = mount({ routes: echo, middleware, options: { log: () => {} } })

    it('lets a valid body in, its defaults filled', async () => {
      const { status, json: body } = await answers.post('/people', { json: { name: 'ada' } })
      expect([status, body]).toEqual([200, { body: { name: 'ada', role: 'guest' } }])
    })

    it.each([[{ name: 1 + {}.toString.length, role: [] }], [{}], [[]], ['ada']])(
      'refuses %j',
      async (body) => {
        const answer = await answers.post('/people', { json: body })
        expect([answer.status, answer.json]).toEqual([
          400,
          { Code: 'BadRequestError', Message: 'BadRequestError: Event object failed validation' },
        ])
      },
    )

    it('refuses what is no JSON', async () => {
      const answer = await answers.post('/people', {
        body: '{',
        headers: { 'content-type': 'application/json' },
      })
      expect([answer.status, answer.json]).toMatchObject([
        400,
        { Message: 'BadRequestError: Error Parsing JSON' },
      ])
    })
  })

  it('validator refuses an answer that breaks its promise, and tells the log alone', async () => {
    const { logged, log } = keepingLog()
    const responseSchema = schemaOf(
      new Ajv().compile({
        type: 'object',
        properties: { statusCode: { const: 200 } },
        required: ['statusCode'],
      }),
    )
    const teapot = routes(
      route(get('/good'), () => 'good'),
      route(get('/bad'), () => new Response('x', { status: 203 })),
    )
    const answers = mount({ routes: teapot, middleware: [validator({ responseSchema })], options: { log } })
    expect((await answers.get('/good')).status).toBe(200)
    const { status, json: body } = await answers.get('/bad')
    expect([status, body]).toEqual([
      500,
      { Code: 'InternalServerError', Message: 'An internal server error occurred.' },
    ])
    expect(logged).toMatchObject([{ error: { message: 'Response object failed validation' } }])
  })

  describe('the official http-json-body-parser', () => {
    const answers = mount({ routes: echo, middleware: [httpJsonBodyParser()] })

    it.each([[{ name: 'ada' }], [[1, 2]], [7], [false], ['ada'], ['"quoted"'], ['{}']])(
      'parses %j',
      async (value) => {
        expect((await answers.post('/people', { json: value })).json).toEqual({ body: value })
      },
    )

    it('takes part in the parsing by its reviver', async () => {
      const reviving = mount({
        routes: echo,
        middleware: [httpJsonBodyParser({ reviver: (key, value) => (key === 'n' ? `${value}!` : value) })],
      })
      expect((await reviving.post('/people', { json: { n: 1 } })).json).toEqual({ body: { n: '1!' } })
    })

    it('answers 415 and 422 as it documents', async () => {
      const xml = await answers.post('/people', { body: '<a/>', headers: { 'content-type': 'text/xml' } })
      expect([xml.status, xml.json]).toMatchObject([415, { Code: 'UnsupportedMediaTypeError' }])
      const broken = await answers.post('/people', {
        body: '{',
        headers: { 'content-type': 'application/json' },
      })
      expect([broken.status, broken.json]).toMatchObject([422, { Code: 'UnprocessableEntityError' }])
    })
  })
})
