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
import { bytes, eventOf, inside } from './wire.ts'

const pathOf = (event: unknown): unknown => inside(event, 'rawPath') ?? inside(event, 'path')

describe('the path', () => {
  const request = { target: '/files/a%2Fb%20c/%C3%A9' }

  it.each([restApi, alb, albMulti, functionUrl])('is as sent from $name', (gateway) => {
    expect(pathOf(eventOf(gateway, request))).toBe('/files/a%2Fb%20c/%C3%A9')
  })

  it.each([httpApi, httpApiV1])('is decoded and has the stage from $name', (gateway) => {
    expect(pathOf(eventOf(gateway, request, { stage: 'dev' }))).toBe('/dev/files/a/b c/é')
    expect(pathOf(eventOf(gateway, request, { stage: '$default' }))).toBe('/files/a/b c/é')
  })

  it('is decoded once', () => {
    expect(pathOf(eventOf(httpApi, { target: '/%2541' }, { stage: '$default' }))).toBe('/%41')
  })

  it('stays as sent where its encoding is malformed', () => {
    expect(pathOf(eventOf(httpApi, { target: '/%zz/%/%ff' }, { stage: '$default' }))).toBe('/%zz/%/%ff')
  })

  it('comes decoded beside the raw one from a function URL', () => {
    const event = eventOf(functionUrl, request)
    expect(inside(event, 'requestContext', 'http', 'path')).toBe('/files/a/b c/é')
  })

  it('has the stage in the context of a REST API alone', () => {
    expect(inside(eventOf(restApi, request), 'requestContext', 'path')).toBe('/dev/files/a%2Fb%20c/%C3%A9')
  })
})

describe('the query', () => {
  const request = { target: '/?b=1&a=x%2Cy&b=2+3&%C3%A9=%2B&flag&=nameless&&b=a=b' }

  it.each([httpApi, functionUrl])('is raw from $name, and joined with commas beside it', (gateway) => {
    expect(eventOf(gateway, request)).toMatchObject({
      rawQueryString: 'b=1&a=x%2Cy&b=2+3&%C3%A9=%2B&flag&=nameless&&b=a=b',
      queryStringParameters: { b: '1,2 3,a=b', a: 'x,y', é: '+', flag: '', '': 'nameless' },
    })
  })

  it.each([restApi, httpApiV1])(
    'is decoded, once with every value and once with the last, from $name',
    (gateway) => {
      expect(eventOf(gateway, request)).toMatchObject({
        queryStringParameters: { b: 'a=b', a: 'x,y', é: '+', flag: '', '': 'nameless' },
        multiValueQueryStringParameters: {
          b: ['1', '2 3', 'a=b'],
          a: ['x,y'],
          é: ['+'],
          flag: [''],
          '': ['nameless'],
        },
      })
    },
  )

  it('stays encoded from a load balancer, names and values', () => {
    const every = { b: ['1', '2+3', 'a=b'], a: ['x%2Cy'], '%C3%A9': ['%2B'], flag: [''], '': ['nameless'] }
    expect(eventOf(albMulti, request).multiValueQueryStringParameters).toEqual(every)
    expect(eventOf(alb, request).queryStringParameters).toEqual({
      b: 'a=b',
      a: 'x%2Cy',
      '%C3%A9': '%2B',
      flag: '',
      '': 'nameless',
    })
  })

  it('that is not there is null, absent or empty', () => {
    expect(eventOf(restApi, {})).toMatchObject({
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
    })
    expect(eventOf(httpApi, {})).not.toHaveProperty('queryStringParameters')
    expect(eventOf(httpApi, {}).rawQueryString).toBe('')
    expect(eventOf(alb, {}).queryStringParameters).toEqual({})
    expect(eventOf(albMulti, {}).multiValueQueryStringParameters).toEqual({})
  })

  it('may have names that an object treats as its own', () => {
    const { multiValueQueryStringParameters: values } = eventOf(restApi, {
      target: '/?__proto__=1&constructor=2',
    })
    expect(inside(values, '__proto__')).toEqual(['1'])
    expect(inside(values, 'constructor')).toEqual(['2'])
  })
})

describe('headers', () => {
  const request = {
    headers: [
      ['HOST', 'calix.test'],
      ['user-AGENT', 'probe'],
      ['X-Probe', 'first'],
      ['x-pRoBe', 'second'],
      ['Cookie', 'a=1; b=2'],
      ['cookie', 'c=3'],
    ],
  } as const

  it.each([restApi, httpApiV1])('keep their case but for those the gateway writes, from $name', (gateway) => {
    const event = eventOf(gateway, request)
    expect(event.headers).toMatchObject({
      Host: 'calix.test',
      'User-Agent': 'probe',
      'X-Probe': 'second',
      Cookie: 'c=3',
    })
    expect(event.multiValueHeaders).toMatchObject({
      'X-Probe': ['first', 'second'],
      Cookie: ['a=1; b=2', 'c=3'],
    })
  })

  it('are lower-case and joined with commas from an HTTP API, which lifts the cookies out', () => {
    const event = eventOf(httpApi, request)
    expect(event.headers).toMatchObject({ host: 'calix.test', 'x-probe': 'first,second' })
    expect(event.headers).not.toHaveProperty('cookie')
    expect(event.cookies).toEqual(['a=1', 'b=2', 'c=3'])
  })

  it('repeat the cookies in a function URL', () => {
    const event = eventOf(functionUrl, request)
    expect(event.headers).toMatchObject({ cookie: 'a=1; b=2; c=3', 'x-amzn-tls-version': 'TLSv1.3' })
    expect(event.cookies).toEqual(['a=1', 'b=2', 'c=3'])
  })

  it('without a cookie mean no cookies at all', () => {
    expect(eventOf(httpApi, {})).not.toHaveProperty('cookies')
    expect(eventOf(functionUrl, {})).not.toHaveProperty('cookies')
  })

  it('are lower-case from a load balancer: the last value, or every value', () => {
    expect(eventOf(alb, request).headers).toMatchObject({ 'x-probe': 'second', cookie: 'c=3' })
    expect(eventOf(alb, request)).not.toHaveProperty('multiValueHeaders')
    expect(eventOf(albMulti, request).multiValueHeaders).toMatchObject({ 'x-probe': ['first', 'second'] })
    expect(eventOf(albMulti, request)).not.toHaveProperty('headers')
  })

  it('of one connection only go no further', () => {
    const headers = [
      ['Connection', 'close, X-Hop'],
      ['X-Hop', '1'],
      ['Transfer-Encoding', 'chunked'],
      ['TE', 'trailers'],
    ] as const
    for (const gateway of gateways) {
      const event = eventOf(gateway, { headers })
      const names = Object.keys(inside(event, 'headers') ?? inside(event, 'multiValueHeaders') ?? {})
      const lower = names.map((name) => name.toLowerCase())
      expect(lower).toContain('x-forwarded-for')
      expect(lower).not.toContain('connection')
      expect(lower).not.toContain('x-hop')
      expect(lower).not.toContain('transfer-encoding')
      expect(lower).not.toContain('te')
    }
  })

  it('say the length from an HTTP API always, from a REST API never', () => {
    const sent = { headers: [['content-length', '2']] as const, body: bytes('ab') }
    expect(eventOf(httpApi, sent).headers).toHaveProperty('content-length', '2')
    expect(eventOf(httpApi, {}).headers).toHaveProperty('content-length', '0')
    expect(eventOf(httpApiV1, {}).headers).toHaveProperty('Content-Length', '0')
    expect(eventOf(restApi, sent).headers).not.toHaveProperty('content-length')
    expect(eventOf(restApi, sent).headers).not.toHaveProperty('Content-Length')
    expect(eventOf(alb, sent).headers).toHaveProperty('content-length', '2')
  })
})

describe('the caller', () => {
  const spoofed = {
    headers: [
      ['x-forwarded-for', '1.1.1.1'],
      ['X-Forwarded-For', '2.2.2.2'],
      ['x-forwarded-proto', 'gopher'],
    ],
  } as const

  it('stands last in x-forwarded-for, whatever the request says', () => {
    for (const gateway of gateways) {
      const event = eventOf(gateway, spoofed)
      const headers = Object.entries(inside(event, 'headers') ?? inside(event, 'multiValueHeaders') ?? {})
      const value = (name: string) => String(headers.find(([key]) => key.toLowerCase() === name)?.[1])
      expect(value('x-forwarded-for')).toBe('1.1.1.1, 2.2.2.2, 203.0.113.9')
      expect(value('x-forwarded-proto')).toBe('https')
      expect(value('x-forwarded-port')).toBe('443')
      expect(value('x-amzn-trace-id')).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/)
    }
  })

  it('is named in the context of all but a load balancer', () => {
    for (const gateway of [restApi, httpApiV1]) {
      expect(inside(eventOf(gateway, spoofed), 'requestContext', 'identity', 'sourceIp')).toBe('203.0.113.9')
    }
    for (const gateway of [httpApi, functionUrl]) {
      expect(inside(eventOf(gateway, spoofed), 'requestContext', 'http', 'sourceIp')).toBe('203.0.113.9')
    }
  })
})

describe('the body', () => {
  const sent = (type: string | undefined, body: Uint8Array) => ({
    method: 'POST',
    headers: type === undefined ? [] : [['Content-Type', type] as const],
    body,
  })
  const binary = Uint8Array.of(0xff, 0x00, 0xfe)

  it('that is empty is null, absent or an empty string', () => {
    expect(eventOf(restApi, {})).toMatchObject({ body: null, isBase64Encoded: false })
    expect(eventOf(httpApiV1, {})).toMatchObject({ body: null, isBase64Encoded: false })
    for (const gateway of [httpApi, functionUrl]) {
      expect(eventOf(gateway, {})).not.toHaveProperty('body')
      expect(eventOf(gateway, {}).isBase64Encoded).toBe(false)
    }
    // As captured balancers have it: a request without a type is not text, even where there is nothing to encode.
    expect(eventOf(alb, {})).toMatchObject({ body: '', isBase64Encoded: true })
    expect(eventOf(albMulti, {})).toMatchObject({ body: '', isBase64Encoded: true })
  })

  it.each([
    'text/plain',
    'text/html; charset=utf-8',
    'Application/JSON',
    'application/xml',
    'application/javascript',
  ])('of type %s is text from every gateway', (type) => {
    for (const gateway of gateways) {
      expect(eventOf(gateway, sent(type, bytes('λ')))).toMatchObject({ body: 'λ', isBase64Encoded: false })
    }
  })

  it.each([
    undefined,
    'application/x-www-form-urlencoded',
    'application/vnd.api+json',
    'multipart/form-data',
  ])('of type %s is base64 from all but a REST API', (type) => {
    const request = sent(type, bytes('a=1'))
    for (const gateway of gateways.filter((each) => each !== restApi)) {
      expect(eventOf(gateway, request)).toMatchObject({ body: 'YT0x', isBase64Encoded: true })
    }
    expect(eventOf(restApi, request)).toMatchObject({ body: 'a=1', isBase64Encoded: false })
  })

  it.each(['image/png', 'application/octet-stream', 'font/woff2', 'application/pdf'])(
    'of type %s is base64 from a REST API',
    (type) => {
      expect(eventOf(restApi, sent(type, bytes('a')))).toMatchObject({ body: 'YQ==', isBase64Encoded: true })
    },
  )

  it('that is not UTF-8 is base64 whatever its type', () => {
    for (const gateway of gateways) {
      expect(eventOf(gateway, sent('text/plain', binary))).toMatchObject({
        body: '/wD+',
        isBase64Encoded: true,
      })
    }
  })

  it('keeps a byte order mark', () => {
    const marked = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)
    expect(eventOf(restApi, sent('text/plain', marked)).body).toBe('\ufeffa')
  })

  it('that is compressed is base64 from a load balancer', () => {
    const headers = [
      ['content-type', 'text/plain'],
      ['content-encoding', 'identity'],
    ] as const
    expect(eventOf(alb, { headers, body: bytes('a') })).toMatchObject({ body: 'YQ==', isBase64Encoded: true })
    expect(eventOf(httpApi, { headers, body: bytes('a') })).toMatchObject({
      body: 'a',
      isBase64Encoded: false,
    })
  })
})

describe('the context', () => {
  it('of a REST API is complete', () => {
    expect(eventOf(restApi, { method: 'PUT', target: '/a' }).requestContext).toEqual({
      resourceId: 'cal1x0',
      resourcePath: '/{proxy+}',
      httpMethod: 'PUT',
      extendedRequestId: expect.stringMatching(/^[\w+/]{15}=$/),
      requestTime: '10/Jul/2026:19:19:04 +0000',
      path: '/dev/a',
      accountId: '123456789012',
      protocol: 'HTTP/1.1',
      stage: 'dev',
      domainPrefix: 'calixlocal',
      requestTimeEpoch: 1783711144836,
      requestId: '7c2af7db-31f3-42b5-8a6d-9ffc74e3b9e0',
      identity: expect.objectContaining({ sourceIp: '203.0.113.9', userAgent: null, user: null }),
      domainName: 'calixlocal.execute-api.us-east-1.amazonaws.com',
      deploymentId: 'cal1x0',
      apiId: 'calixlocal',
    })
  })

  it('of an HTTP API is complete', () => {
    const headers = [['user-agent', 'probe']] as const
    expect(eventOf(httpApi, { headers, target: '/a' }).requestContext).toEqual({
      accountId: '123456789012',
      apiId: 'calixlocal',
      domainName: 'calixlocal.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'calixlocal',
      http: {
        method: 'GET',
        path: '/dev/a',
        protocol: 'HTTP/1.1',
        sourceIp: '203.0.113.9',
        userAgent: 'probe',
      },
      requestId: '7c2af7db-31f3-42b5-8a6d-9ffc74e3b9e0',
      routeKey: '$default',
      stage: 'dev',
      time: '10/Jul/2026:19:19:04 +0000',
      timeEpoch: 1783711144836,
    })
  })

  it('of payload 1.0 is told apart by the version', () => {
    expect(eventOf(httpApiV1, { target: '/a' })).toMatchObject({
      version: '1.0',
      resource: '$default',
      requestContext: {
        path: '/dev/a',
        resourcePath: '$default',
        authorizer: { claims: null, scopes: null },
      },
    })
    expect(eventOf(restApi, {})).not.toHaveProperty('version')
  })

  it('of a function URL knows no stage, and has the domain that tells it apart', () => {
    expect(eventOf(functionUrl, {}, { stage: 'dev' }).requestContext).toMatchObject({
      accountId: 'anonymous',
      domainName: expect.stringMatching(/^[a-z0-9]{32}\.lambda-url\.us-east-1\.on\.aws$/),
      routeKey: '$default',
      stage: '$default',
    })
  })

  it('of a load balancer names its target group', () => {
    expect(inside(eventOf(alb, {}), 'requestContext', 'elb', 'targetGroupArn')).toMatch(
      /^arn:aws:elasticload/,
    )
  })

  it('has stage variables beside it where there are any', () => {
    const stageVariables = { color: 'blue' }
    for (const gateway of [restApi, httpApi, httpApiV1]) {
      expect(eventOf(gateway, {}, { stageVariables }).stageVariables).toEqual({ color: 'blue' })
    }
    expect(eventOf(restApi, {}).stageVariables).toBeNull()
    expect(eventOf(httpApi, {})).not.toHaveProperty('stageVariables')
  })
})
