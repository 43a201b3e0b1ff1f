import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { RouteError } from '../../client/index.ts'
import {
  type AppOptions,
  ConflictError,
  calix,
  get,
  head,
  InternalServerError,
  problem,
  response,
  route,
} from '../../src/index.ts'
import { InvalidRequestError } from '../../src/issue.ts'
import { fetchOf, httpApi, restApi } from '../../testing/index.ts'
import { untyped } from './untyped.ts'

const JSON_TYPE = 'application/json'

/** What the client makes of an answer's status, content type and body. */
const of = (statusCode: number, type: string | undefined, body: string, method: 'get' | 'head' = 'get') => {
  const headers = type === undefined ? {} : { 'content-type': type, 'x-a': '1' }
  const fetch = fetchOf(async () => ({ statusCode, headers, body }), { gateway: restApi })
  return untyped('http://calix.test', { fetch })[method]('/')()
}

describe('an answer', () => {
  it.each([
    [200, JSON_TYPE, '{"a":"é"}', { a: 'é' }],
    [201, 'application/json; charset=utf-8', 'null', null],
    [200, 'application/vnd.api+json', '[1]', [1]],
    [200, 'text/plain; charset=utf-8', 'é', 'é'],
    [200, 'text/html', '', ''],
    [200, 'application/json-seq', 'é', Uint8Array.of(0xc3, 0xa9)],
    [200, 'image/png', '', new Uint8Array()],
    [204, undefined, '', null],
    [205, undefined, '', null],
    [304, undefined, '', null],
  ])('of status %j and type %j is read: %j', async (status, type, body, right) => {
    expect(await of(status, type, body)).toEqual({ _tag: 'Right', right })
  })

  it.each(['{"a":', '', '<html>'])('that is no JSON and says that it is is unreadable: %j', async (body) => {
    expect(await of(200, JSON_TYPE, body)).toMatchObject({
      _tag: 'Left',
      left: {
        kind: 'unreadable',
        status: 200,
        body,
        headers: { 'x-a': '1' },
        cause: expect.any(SyntaxError),
      },
    })
  })
})

describe('an error of the app', () => {
  class OutOfStockError extends ConflictError {}
  const asked = async (options: AppOptions, message?: string) => {
    const app = calix(
      options,
      route(get('/'), () => new OutOfStockError(message, { headers: { 'retry-after': '9' } })),
    )
    const answer = await untyped('http://calix.test', { fetch: fetchOf(app) }).get('/')()
    return answer._tag === 'Left' ? answer.left : answer
  }

  it.each([
    ['calix’s shape', {}],
    ['problem details', { errorShape: problem }],
  ])('is an error again, in %s', async (_, options) => {
    const error = await asked(options, 'OutOfStockError: no more than 3 left')
    expect(error).toBeInstanceOf(RouteError)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({
      name: 'RouteError',
      kind: 'route',
      status: 409,
      code: 'OutOfStockError',
      message: 'OutOfStockError: no more than 3 left',
      issues: [],
      headers: { 'retry-after': '9' },
      body: expect.any(Object),
    })
    expect(await asked(options)).toMatchObject({ code: 'OutOfStockError', message: '' })
  })

  it('is one of 500 too, whose message tells nothing', async () => {
    const log = () => {}
    const meant = route(get('/meant'), () => new InternalServerError('full'))
    const failing = route(get('/'), () => {
      throw new Error('secret')
    })
    const api = untyped('http://calix.test', { fetch: fetchOf(calix({ log }, meant, failing)) })
    expect(await api.get('/')()).toMatchObject({
      left: {
        status: 500,
        code: 'InternalServerError',
        message: 'An internal server error occurred.',
      },
    })
    expect(await api.get('/meant')()).toMatchObject({ left: { status: 500, message: 'full' } })
    expect(await api.get('/nowhere')()).toMatchObject({ left: { status: 404, code: 'NotFoundError' } })
    expect(await api.post('/')()).toMatchObject({ left: { status: 405, headers: { allow: /GET/ } } })
  })

  it.each([
    ['calix’s shape', {}],
    ['problem details', { errorShape: problem }],
  ])('says what is wrong with a request, in %s', async (_, options) => {
    const issues = [
      { in: 'query', path: ['page'], expected: 'integer', message: 'page is no integer' },
      { in: 'body', path: ['tags', 0], expected: 'string', message: 'tags[0] is no string' },
    ] as const
    const app = calix(
      options,
      route(get('/'), () => new InvalidRequestError(issues)),
    )
    expect(await untyped('http://calix.test', { fetch: fetchOf(app) }).get('/')()).toMatchObject({
      left: { status: 400, code: 'InvalidRequestError', message: '2 issues', issues },
    })
  })

  const issue = { in: 'query', path: ['page', 0], expected: 'integer', message: 'not an integer' }
  it.each([
    [
      'calix’s shape',
      JSON_TYPE,
      { Code: 'InvalidRequestError', Message: 'InvalidRequestError: 2 issues' },
      'Issues',
    ],
    [
      'problem details',
      'application/problem+json',
      { code: 'InvalidRequestError', detail: '2 issues' },
      'issues',
    ],
  ])('has the issues that are well-formed, in %s', async (_, type, body, name) => {
    const damaged = [null, 7, {}, { ...issue, path: 'page' }, { ...issue, in: 7 }]
    const answer = await of(400, type, JSON.stringify({ ...body, [name]: [issue, ...damaged, issue] }))
    expect(answer).toMatchObject({
      left: { code: 'InvalidRequestError', message: '2 issues', issues: [issue, issue] },
    })
    expect(await of(400, type, JSON.stringify({ ...body, [name]: 'all' }))).toMatchObject({
      left: { issues: [] },
    })
  })
})

describe('an answer that is none of the app’s', () => {
  it.each([
    [403, JSON_TYPE, '{"message":"Forbidden"}', { message: 'Forbidden' }],
    [502, 'text/html', '<html>', '<html>'],
    [500, JSON_TYPE, '{"Code":', '{"Code":'],
    [500, JSON_TYPE, '{"Code":1,"Message":"a"}', { Code: 1, Message: 'a' }],
    [500, JSON_TYPE, '{"code":"E","title":"a"}', { code: 'E', title: 'a' }],
    [500, 'application/problem+json', '{"title":"a"}', { title: 'a' }],
    [500, JSON_TYPE, 'null', null],
    [300, JSON_TYPE, '{"Code":"A","Message":"b"}', { Code: 'A', Message: 'b' }],
    [503, undefined, '', new Uint8Array()],
  ])('is unexpected: %j, %j, %j', async (status, type, text, body) => {
    const answer = await of(status, type, text)
    expect(answer).toMatchObject({
      _tag: 'Left',
      left: { kind: 'unexpected-answer', status, body, message: `GET /: answered with ${status}` },
    })
  })

  it('is one of a gateway whose function failed', async () => {
    const fetch = fetchOf(async () => ({ statusCode: 'much' }), { gateway: httpApi })
    expect(await untyped('http://calix.test', { fetch }).get('/')()).toMatchObject({
      left: { kind: 'unexpected-answer', status: 500, body: { message: 'Internal Server Error' } },
    })
  })

  it('is an error to a HEAD, which has no body to say its code', async () => {
    const app = calix(
      {},
      route(head('/'), () => new ConflictError()),
    )
    const api = untyped('http://calix.test', { fetch: fetchOf(app) })
    expect(await api.head('/')()).toMatchObject({
      left: { kind: 'unexpected-answer', status: 409, body: null },
    })
  })
})

describe('no answer', () => {
  const listening = async (answer: RequestListener): Promise<string> => {
    const server = createServer(answer).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close().closeAllConnections())
    await new Promise((resolve) => server.once('listening', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  it('is a network error: nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const answer = await untyped(`http://127.0.0.1:${port}`).get('/cities/:city', { params: { city: 'a' } })()
    expect(answer).toMatchObject({
      left: {
        kind: 'network',
        message: 'GET /cities/:city: no answer: fetch failed',
        cause: expect.any(TypeError),
        status: undefined,
        headers: {},
        body: undefined,
      },
    })
  })

  it('is a network error: the connection ends in the middle', async () => {
    const url = await listening((_, answer) => {
      answer.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': '100' })
      answer.write('{"a"', () => answer.destroy())
    })
    expect(await untyped(url).get('/')()).toMatchObject({ left: { kind: 'network' } })
  })

  it('is a network error: whatever a fetch throws', async () => {
    for (const thrown of [new Error('no'), 'no', undefined, null, Object.create(null), Symbol('no')]) {
      const fetch = () => Promise.reject(thrown)
      const answer = await untyped('http://calix.test', { fetch }).get('/')()
      expect(answer).toMatchObject({ _tag: 'Left', left: { kind: 'network' } })
      if (answer._tag === 'Left') expect(answer.left.cause).toBe(thrown)
    }
  })

  it('is an end: before it is sent, while nobody answers, and while the answer is read', async () => {
    const reason = new Error('enough')
    let asked = 0
    const url = await listening((request, answer) => {
      asked += 1
      if (request.url === '/begun') answer.writeHead(200, { 'content-type': JSON_TYPE }).write('{')
      ending.abort(reason)
    })
    const ended = {
      left: { kind: 'aborted', cause: reason, message: 'GET /a: ended before its answer: enough' },
    }
    expect(await untyped(url).get('/a', { signal: AbortSignal.abort(reason) })()).toMatchObject(ended)
    expect(asked).toBe(0)
    let ending = new AbortController()
    expect(await untyped(url).get('/a', { signal: ending.signal })()).toMatchObject(ended)
    ending = new AbortController()
    expect(await untyped(url).get('/begun', { signal: ending.signal })()).toMatchObject({
      left: { kind: 'aborted', cause: reason },
    })
    expect(asked).toBe(2)
  })

  it('is an end before anything is asked, whatever fetch makes of signals; a mistake stays one', async () => {
    let asked = 0
    const counting = async () => {
      asked += 1
      return Response.json({})
    }
    const headers = async () => {
      asked += 1
      return {}
    }
    const api = untyped('http://calix.test', { fetch: counting, headers })
    const signal = AbortSignal.abort()
    expect(await api.get('/', { signal })()).toMatchObject({ left: { kind: 'aborted' } })
    expect(await api.get('/:id', { signal })()).toMatchObject({ left: { kind: 'invalid-input' } })
    expect(asked).toBe(0)
  })

  it('is an end: the time limit of a fetch', async () => {
    const url = await listening(() => {})
    const fetch: typeof globalThis.fetch = (input, init) =>
      globalThis.fetch(input, { ...init, signal: AbortSignal.timeout(1) })
    expect(await untyped(url, { fetch }).get('/')()).toMatchObject({
      left: { kind: 'aborted', cause: { name: 'TimeoutError' } },
    })
  })
})

describe('a 304', () => {
  it('answers a condition that the caller has set', async () => {
    const app = calix(
      {},
      route(get('/'), ({ headers }) =>
        headers['if-none-match'] === '"1"' ? response('', { status: 304 }) : 'new',
      ),
    )
    const api = untyped('http://calix.test', { fetch: fetchOf(app) })
    expect(await api.get('/').promise()).toBe('new')
    expect(await api.get('/', { headers: { 'if-none-match': '"1"' } }).promise()).toBeNull()
  })
})
