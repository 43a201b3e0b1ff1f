import { calix, type FailureLog, get, lambda, route, use } from 'calix'
import { cors } from 'calix/middleware'
import { client, restApi } from 'calix/testing'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { serving } from '../local/support/serving.ts'
import { appOf, claimed, deployed, WRITTEN } from './answering.ts'

const INTERNAL = { Code: 'InternalServerError', Message: 'An internal server error occurred.' }

const refused = (where: string, status: number, ...lines: ReadonlyArray<string>): string =>
  [
    `${where} answered ${status}, but not what 'returns' declares:`,
    ...lines,
    "Answer what is declared, or declare in 'returns' what is answered.",
  ].join('\n  ')

const unknown = (status: number): string =>
  [
    `GET /map/:status answered ${status}, for which 'returns' has no codec:`,
    'it has one for 200, 201, 204.',
    `Answer one of these, or declare ${status} there.`,
  ].join('\n  ')

/** Answers that do not match, and what the log is told of them. */
const MISMATCHES: ReadonlyArray<readonly [path: string, message: string]> = [
  [
    '/wrong',
    refused(
      ...(['GET /wrong', 200] as const),
      'body.name: expected string, got number',
      'body.born: expected date, got string',
    ),
  ],
  ['/wrong-later', refused('GET /wrong-later', 200, 'body: expected object, got null')],
  ['/wrong-response', refused('GET /wrong-response', 200, 'body.born: expected date, got string')],
  ['/map/200', refused('GET /map/:status', 200, 'body: expected object, got string')],
  ['/map/202', unknown(202)],
  ['/map/404', unknown(404)],
  ['/schema/0', refused('GET /schema/:n', 200, 'body: is not above 0')],
]

describe('an answer that does not match', () => {
  const check = async (
    send: (path: string) => Promise<{ status: number; text: string }>,
    logged: Array<FailureLog>,
  ) => {
    for (const [path, message] of MISMATCHES) {
      logged.length = 0
      const { status, text } = await send(path)
      expect({ path, status, body: JSON.parse(text) }).toEqual({ path, status: 500, body: INTERNAL })
      expect(logged).toEqual([
        { error: expect.objectContaining({ message }), where: message.split(' answered')[0] },
      ])
    }
  }

  it('is a logged 500 in tests, that says where', async () => {
    const logged: Array<FailureLog> = []
    const api = client(appOf({ log: (failure) => logged.push(failure) }))
    await check(api.get, logged)
  })

  it('also through the handler of the app', async () => {
    const logged: Array<FailureLog> = []
    const api = client(lambda(appOf({ log: (failure) => logged.push(failure) })), { gateway: restApi })
    await check(api.get, logged)
  })

  it('is a logged 500 locally', async () => {
    const logged: Array<FailureLog> = []
    const { url } = await serving(lambda(appOf({ log: (failure) => logged.push(failure) })))
    await check(async (path) => {
      const answer = await fetch(`${url}${path}`)
      return { status: answer.status, text: await answer.text() }
    }, logged)
  })

  it('is a logged 500 where the app has them checked', async () => {
    const logged: Array<FailureLog> = []
    await check(deployed({ checksAnswers: true, log: (failure) => logged.push(failure) }).get, logged)
  })

  it('shows why in debug mode alone', async () => {
    const { headers, status, text } = await client(appOf({ debug: true, log: () => {} })).get('/wrong')
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 500,
      type: 'text/plain; charset=utf-8',
    })
    expect(text).toContain(MISMATCHES[0]?.[1])
    // Values may be anybody's.
    expect(text).not.toContain('never')
  })

  it('of a HEAD is one as well', async () => {
    const logged: Array<FailureLog> = []
    const api = client(appOf({ log: (failure) => logged.push(failure) }))
    expect(await api.head('/wrong')).toMatchObject({ status: 500, text: '' })
    expect(logged.length).toBe(1)
  })

  it('passes what stands around its route', async () => {
    const app = calix(
      { log: () => {} },
      pipe(
        route(get('/', { returns: t.string }), () => claimed<string>(7)),
        use(cors({ allowOrigin: 'https://a.example.com' })),
      ),
    )
    const { headers, status } = await client(app).get('/', { headers: { origin: 'https://a.example.com' } })
    expect(status).toBe(500)
    expect(headers).toMatchObject({ 'access-control-allow-origin': 'https://a.example.com' })
  })
})

describe('deployed', () => {
  const logged: Array<FailureLog> = []
  const api = deployed({ log: (failure) => logged.push(failure) })

  it('answers are encoded and stripped', async () => {
    expect((await api.get('/value')).json).toEqual(WRITTEN)
    expect((await api.get('/strip')).json).toEqual({ name: 'Ada' })
    expect((await api.get('/schema-strip/1')).json).toEqual({ n: 1 })
  })

  it('and not checked', async () => {
    expect(await api.get('/schema/0')).toMatchObject({ status: 200, json: { n: 0 } })
    for (const status of [202, 404])
      expect(await api.get(`/map/${status}`)).toMatchObject({ status, text: 'odd' })
    expect(logged).toEqual([])
  })

  it('what cannot be encoded is a logged 500 all the same', async () => {
    logged.length = 0
    expect(await api.get('/wrong')).toMatchObject({ status: 500, json: INTERNAL })
    expect(logged).toEqual([{ error: expect.any(TypeError), where: 'GET /wrong' }])
  })

  it('nor are they anywhere where the app says so', async () => {
    const { url } = await serving(lambda(appOf({ checksAnswers: false })))
    expect(await (await fetch(`${url}/schema/0`)).json()).toEqual({ n: 0 })
    expect((await client(appOf({ checksAnswers: false })).get('/schema/0')).status).toBe(200)
  })
})
