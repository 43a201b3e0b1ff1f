import { describe, expect, it } from 'vitest'
import { calix, get, lambda, methods, post, response, route } from '../../src/index.ts'
import {
  alb,
  albMulti,
  client,
  functionUrl,
  gateways,
  type Handler,
  httpApi,
  restApi,
} from '../../testing/index.ts'

const text = { 'content-type': 'text/plain' }
const decoded = ({ bytes }: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(bytes)

// Answers with what it was called with.
const echo: Handler = (event, context) => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    event,
    id: context.awsRequestId,
    name: context.functionName,
    remaining: context.getRemainingTimeInMillis?.(),
  }),
})

const sent = async (...request: Parameters<ReturnType<typeof client>['request']>) =>
  (await client(echo).request(...request)).event

describe('a request of the client', () => {
  it.each([
    ['get', 'GET'],
    ['put', 'PUT'],
    ['post', 'POST'],
    ['patch', 'PATCH'],
    ['del', 'DELETE'],
    ['head', 'HEAD'],
    ['options', 'OPTIONS'],
  ] as const)('is, by %s, a %s', async (name, method) => {
    const { event } = await client(echo)[name]('/')
    expect(event).toMatchObject({ requestContext: { http: { method } } })
  })

  it('has the query of its target and of its options, encoded', async () => {
    const query = { a: ['1', '2'], 'b&': 'x=y é' }
    expect(await sent('GET', '/?z=%20', { query })).toMatchObject({
      rawQueryString: 'z=%20&a=1&a=2&b%26=x%3Dy%20%C3%A9',
    })
    expect(await sent('GET', '/', { query: { a: '1' } })).toMatchObject({ rawQueryString: 'a=1' })
  })

  it('encodes what a path cannot hold and leaves what it can', async () => {
    const { event } = await client(echo, { gateway: restApi }).get('/são paulo/a%2Fb/100%#top')
    expect(event).toMatchObject({ path: '/s%C3%A3o%20paulo/a%2Fb/100%' })
  })

  it('has headers and cookies, a line for each value', async () => {
    const { event } = await client(echo, { gateway: restApi }).get('/', {
      headers: { 'X-Probe': ['first', 'second'], accept: 'text/html' },
      cookies: { a: '1', b: '2' },
    })
    expect(event.multiValueHeaders).toMatchObject({
      'X-Probe': ['first', 'second'],
      accept: ['text/html'],
      cookie: ['a=1; b=2'],
    })
  })

  it('has a body of JSON, of a form, of text or of bytes', async () => {
    expect(await sent('POST', '/', { json: { a: 'é' } })).toMatchObject({
      headers: { 'content-type': 'application/json', 'content-length': '10' },
      body: '{"a":"é"}',
    })
    expect(await sent('POST', '/', { json: null })).toMatchObject({ body: 'null' })
    expect(await sent('POST', '/', { form: { a: ['1', '2'], b: 'x y' } })).toMatchObject({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from('a=1&a=2&b=x%20y').toString('base64'),
    })
    const plain = await sent('POST', '/', { body: 'a', headers: { 'Content-Type': 'text/plain' } })
    expect(plain).toMatchObject({ headers: { 'content-type': 'text/plain' }, body: 'a' })
    const bytes = await sent('POST', '/', { body: Uint8Array.of(0xff) })
    expect(bytes).toMatchObject({ body: '/w==', isBase64Encoded: true })
    expect(bytes.headers).not.toHaveProperty('content-type')
  })

  it('may give its JSON another type', async () => {
    const headers = { 'Content-Type': 'application/json; charset=utf-8' }
    expect(await sent('PUT', '/', { json: 'yellow', headers })).toMatchObject({
      headers: { 'content-type': 'application/json; charset=utf-8' },
    })
  })

  it('with two bodies is refused', async () => {
    await expect(client(echo).post('/', { json: 1, body: 'a' })).rejects.toThrow('give one of body, json')
  })

  it('without an absolute path is refused', async () => {
    await expect(client(echo).get('cities')).rejects.toThrow('"cities" is no absolute path')
    await expect(client(echo).get('http://calix.test/')).rejects.toThrow('is no absolute path')
  })

  it('comes to the stage dev from this machine', async () => {
    expect(await sent('GET', '/a')).toMatchObject({
      rawPath: '/dev/a',
      requestContext: { stage: 'dev', http: { sourceIp: '127.0.0.1' } },
    })
  })

  it('comes from the address, the stage and the function that the options name', async () => {
    const options = {
      sourceIp: '203.0.113.9',
      stage: 'prod',
      stageVariables: { color: 'blue' },
      lambdaContext: { functionName: 'greeter', timeoutMs: 500 },
    }
    const { event, json } = await client(echo, options).get('/')
    expect(event).toMatchObject({
      rawPath: '/prod/',
      stageVariables: { color: 'blue' },
      requestContext: { stage: 'prod', http: { sourceIp: '203.0.113.9' } },
    })
    expect(json).toMatchObject({ name: 'greeter', id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(json).toHaveProperty(
      'remaining',
      expect.toSatisfy((ms: number) => ms > 0 && ms <= 500),
    )
  })
})

describe('a response of the client', () => {
  const answering = (result: unknown) => client(() => result).get('/')

  it('has the body as bytes, as text and as JSON', async () => {
    const response = await answering({ statusCode: 201, body: '{"é":1}' })
    expect(response.status).toBe(201)
    expect(response.text).toBe('{"é":1}')
    expect(response.json).toEqual({ é: 1 })
    expect(decoded(response)).toBe('{"é":1}')
    expect(response.headers['content-length']).toBe('8')
  })

  it('says what is there instead of JSON', async () => {
    const empty = await answering({ statusCode: 204 })
    expect(() => empty.json).toThrow('the body of this 204 answer is not JSON: it is empty')
    const html = await answering({
      statusCode: 502,
      body: '<html>',
      headers: { 'content-type': 'text/html' },
    })
    expect(() => html.json).toThrow('the body of this 502 answer is not JSON: it begins "<html>"')
  })

  it('keeps cookies apart from the headers', async () => {
    const { cookies, headers } = await answering({
      statusCode: 204,
      headers: { 'X-A': '1', 'x-a': '2' },
      cookies: ['a=1; Expires=Thu, 01 Jan 2026 00:00:00 GMT', 'b=2'],
    })
    expect(headers).toEqual({ 'x-a': '1, 2' })
    expect(cookies).toEqual(['a=1; Expires=Thu, 01 Jan 2026 00:00:00 GMT', 'b=2'])
  })

  it('to a HEAD ends with its headers', async () => {
    const { bytes, headers } = await client(() => ({ statusCode: 200, body: 'a', headers: text })).head('/')
    expect(bytes).toHaveLength(0)
    expect(headers).toEqual({ 'content-type': 'text/plain' })
  })

  it('says why the gateway refused the result', async () => {
    const refused = await answering({ statusCode: 999 })
    expect(refused).toMatchObject({ status: 500, json: { message: 'Internal Server Error' } })
    expect(refused.refusal).toMatch(/statusCode is 999/)
    expect(await answering({ statusCode: 200 })).toMatchObject({
      refusal: undefined,
      result: { statusCode: 200 },
    })
  })

  it('never comes when the function rejects', async () => {
    const failing = client(() => Promise.reject(new Error('out of order')))
    await expect(failing.get('/')).rejects.toThrow('out of order')
  })
})

describe.each(gateways)('an app behind $name', (gateway) => {
  const app = calix(
    { name: 'test' },
    route(get('/cities/:city'), ({ params, query, cookies }) => ({ city: params.city, query, cookies })),
    route(methods(['PUT', 'DELETE'], '/objects/*key'), ({ params, method }) => ({ key: params.key, method })),
    route(post('/echo'), ({ rawBody }) => response(rawBody, { headers: { 'content-type': 'image/png' } })),
    route(get('/cookies'), () => response('', { headers: { 'set-cookie': ['a=1', 'b=2'] } })),
  )
  const { get: read, put, post: send, request } = client(app, { gateway })

  it('answers with JSON', async () => {
    const { headers, json, refusal, status } = await read('/cities/s%C3%A3o%20paulo', {
      query: { full: 'a+b&c' },
      cookies: { theme: 'dark' },
    })
    expect(refusal).toBeUndefined()
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/json')
    expect(json).toEqual({ city: 'são paulo', query: { full: 'a+b&c' }, cookies: { theme: 'dark' } })
  })

  it('answers with bytes', async () => {
    const body = Uint8Array.of(0, 0xff, 0x80)
    const { bytes, headers } = await send('/echo', { body })
    expect([...bytes]).toEqual([...body])
    expect(headers['content-type']).toBe('image/png')
  })

  it('answers with cookies', async () => {
    expect((await read('/cookies')).cookies).toEqual(['a=1', 'b=2'])
  })

  it('answers with its errors', async () => {
    expect(await read('/nowhere')).toMatchObject({ status: 404, json: { Code: 'NotFoundError' } })
    expect(await request('POST', '/objects/a')).toMatchObject({ status: 405 })
  })

  it('is the same as its handler', async () => {
    const direct = await put('/objects/a')
    const handled = await client(lambda(app), { gateway }).put('/objects/a')
    expect(handled.result).toEqual(direct.result)
    expect(handled.event.resource).toBe(direct.event.resource)
    expect(handled.event.routeKey).toBe(direct.event.routeKey)
  })

  it('has its routes in the event', async () => {
    const { event, json } = await put('/objects/a/b')
    expect(json).toEqual({ key: 'a/b', method: 'PUT' })
    if (gateway === restApi)
      expect(event).toMatchObject({ resource: '/objects/{key+}', pathParameters: { key: 'a/b' } })
    if (gateway === httpApi) expect(event).toMatchObject({ routeKey: 'PUT /objects/{key+}' })
    if (gateway === functionUrl) expect(event).toMatchObject({ routeKey: '$default' })
    if (gateway === alb || gateway === albMulti) expect(event).not.toHaveProperty('routeKey')
  })
})
