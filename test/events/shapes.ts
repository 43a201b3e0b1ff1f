import type { Json } from './expected.ts'

// The least that an event of each kind has: what tells it apart, and where the request is.

type More = Readonly<Record<string, unknown>>

export const rest = (more: More = {}, context: More = {}): Json => ({
  ...{ resource: '/{proxy+}', httpMethod: 'GET', path: '/', headers: null, multiValueHeaders: null },
  ...{ queryStringParameters: null, multiValueQueryStringParameters: null, pathParameters: null },
  requestContext: { stage: 'dev', identity: { sourceIp: '203.0.113.7' }, ...context },
  ...{ stageVariables: null, body: null, isBase64Encoded: false },
  ...more,
})

export const httpV1 = (more: More = {}, context: More = {}): Json =>
  rest({ version: '1.0', ...more }, { path: more.path ?? '/', ...context })

export const http = (rawPath = '/', more: More = {}, context: More = {}): Json => ({
  ...{ version: '2.0', routeKey: '$default', rawPath, rawQueryString: '', headers: {} },
  requestContext: {
    ...{ stage: '$default', domainName: 'abcdefghij.execute-api.us-east-1.amazonaws.com' },
    http: { method: 'GET', path: rawPath, sourceIp: '203.0.113.7' },
    ...context,
  },
  isBase64Encoded: false,
  ...more,
})

export const url = (rawPath = '/', more: More = {}, context: More = {}): Json =>
  http(rawPath, more, {
    domainName: 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws',
    http: { method: 'GET', path: decodeURIComponent(rawPath), sourceIp: '203.0.113.7' },
    ...context,
  })

const ELB = { elb: { targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/a/b' } }

export const alb = (more: More = {}): Json => ({
  ...{ requestContext: ELB, httpMethod: 'GET', path: '/', queryStringParameters: {}, headers: {} },
  ...{ body: '', isBase64Encoded: false },
  ...more,
})

export const albMulti = (more: More = {}): Json => ({
  ...{ requestContext: ELB, httpMethod: 'GET', path: '/', multiValueQueryStringParameters: {} },
  ...{ multiValueHeaders: {}, body: '', isBase64Encoded: false },
  ...more,
})
