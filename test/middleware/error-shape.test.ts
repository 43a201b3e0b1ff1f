import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { errors, form, json } from '../../middleware/index.ts'
import { calix, type ErrorShape, get, NotFoundError, problem, response, route, use } from '../../src/index.ts'
import { client } from '../../testing/index.ts'
import { keepingLog } from './trace.ts'

const SILENT = { Code: 'InternalServerError', Message: 'An internal server error occurred.' }

const throwing = (error: unknown) => () => {
  throw error
}

describe('debug', () => {
  const debugging = (error: unknown) =>
    client(calix({ debug: true, log: () => {} }, route(get('/'), throwing(error)))).get('/')

  it('answers what nobody meant with its stack and its causes, as text', async () => {
    const { status, headers, text } = await debugging(new Error('outer', { cause: new Error('inner') }))
    expect([status, headers['content-type']]).toEqual([500, 'text/plain; charset=utf-8'])
    expect(text).toMatch(/^Error: outer\n[\s\S]*error-shape\.test\.ts:\d+[\s\S]*Caused by: Error: inner/)
  })

  it('ends where causes run in a circle', async () => {
    const cyclic = new Error('round')
    cyclic.cause = cyclic
    const { text } = await debugging(cyclic)
    expect(text.match(/Error: round/g)).toHaveLength(1)
  })

  it('answers an error that is meant as ever', async () => {
    expect((await debugging(new NotFoundError('x'))).json).toEqual({
      Code: 'NotFoundError',
      Message: 'NotFoundError: x',
    })
  })
})

describe('the shape', () => {
  it('may be problem details (RFC 9457)', async () => {
    const app = calix(
      { errorShape: problem, log: () => {} },
      route(get('/'), throwing(new NotFoundError('banana'))),
    )
    const { status, headers, json: body } = await client(app).get('/')
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json'])
    expect(body).toEqual({
      ...{ type: 'about:blank', title: 'Not Found', status: 404 },
      ...{ detail: 'banana', code: 'NotFoundError' },
    })
    expect((await client(app).get('/nowhere')).headers['content-type']).toBe('application/problem+json')
  })

  it("may be the app's own, for every error of it", async () => {
    const plain: ErrorShape = (error) => response(`${error.status} ${error.name}`, { status: error.status })
    const app = calix({ errorShape: plain, log: () => {} }, route(get('/'), throwing(new Error('x'))))
    const answers = client(app)
    expect((await answers.get('/')).text).toBe('500 InternalServerError')
    expect((await answers.get('/nowhere')).text).toBe('404 NotFoundError')
    expect((await answers.post('/')).text).toBe('405 MethodNotAllowedError')
  })

  it('that fails is a 500 all the same', async () => {
    const { logged, log } = keepingLog()
    const app = calix(
      { log, errorShape: throwing(new Error('shapeless')) },
      route(get('/'), () => new NotFoundError()),
    )
    const { status, json: body } = await client(app).get('/')
    expect([status, body]).toEqual([500, SILENT])
    expect(logged.length).toBeGreaterThan(0)
  })
})

describe('errors() in the place of the default', () => {
  it('answers and logs as it is told', async () => {
    const { logged, log } = keepingLog()
    const app = calix(
      { defaults: [errors({ shape: problem, log }), json(), form()] },
      route(get('/'), throwing(1)),
    )
    const { headers } = await client(app).get('/')
    expect(headers['content-type']).toBe('application/problem+json')
    expect(logged).toMatchObject([{ error: 1 }])
  })

  it('gives way to an answer that is there', async () => {
    const app = calix(
      {},
      pipe(
        route(get('/'), () => new NotFoundError('x')),
        use({ onError: () => ({ statusCode: 202, body: 'handled' }) }, errors()),
      ),
    )
    expect(await client(app).get('/')).toMatchObject({ status: 202, text: 'handled' })
  })

  it('may be absent: errors are answered in the shape of the app', async () => {
    const app = calix(
      { defaults: [], errorShape: problem },
      route(get('/'), () => new NotFoundError('x')),
    )
    const { status, headers } = await client(app).get('/')
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json'])
  })
})
