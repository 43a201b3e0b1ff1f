import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'

/** One request of the benchmark and the answer that every contestant must give to it. */
export type Case = Readonly<{ name: string; event: string; status: number; body: unknown }>

const path = (method: string, rawPath: string, body?: string): string => {
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: 'units=metric&lang=en',
    queryStringParameters: { units: 'metric', lang: 'en' },
    cookies: ['session=3f1f6c2e9b', 'theme=dark'],
    headers: {
      accept: 'application/json',
      'accept-language': 'en-GB,en;q=0.8',
      authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl',
      'content-length': String(body?.length ?? 0),
      host: 'a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com',
      origin: 'https://app.example.com',
      referer: 'https://app.example.com/',
      'user-agent': 'example-client/3.2 (linux; x64)',
      'x-amzn-trace-id': 'Root=1-67409f3c-0b1e2d3c4f5a69788796a5b4',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    requestContext: {
      accountId: '123456789012',
      apiId: 'a1b2c3d4e5',
      domainName: 'a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com',
      domainPrefix: 'a1b2c3d4e5',
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '203.0.113.7',
        userAgent: 'example-client/3.2 (linux; x64)',
      },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: '$default',
      stage: '$default',
      time: '22/Nov/2026:12:00:00 +0000',
      timeEpoch: 1795348800000,
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  }
  return JSON.stringify(event)
}

const refusal = (code: string, message: string) => ({ Code: code, Message: `${code}: ${message}` })

/** The message of a 400, the same for all so that their bodies can be compared. */
export const unknownCity = (city: string): string =>
  `Unknown city '${city}', valid choices are: seattle, portland`

export const cases: ReadonlyArray<Case> = [
  { name: 'GET static', event: path('GET', '/'), status: 200, body: { hello: 'world' } },
  { name: 'GET param', event: path('GET', '/cities/seattle'), status: 200, body: { state: 'WA' } },
  {
    name: '400, returned',
    event: path('GET', '/cities/vancouver'),
    status: 400,
    body: refusal('BadRequestError', unknownCity('vancouver')),
  },
  {
    name: 'POST JSON',
    event: path(
      'POST',
      '/users',
      '{"name":"Ada","email":"ada@example.com","tags":["a","b"],"address":{"city":"London"}}',
    ),
    status: 201,
    body: { id: 42, name: 'Ada' },
  },
  {
    name: '404',
    event: path('GET', '/nowhere'),
    status: 404,
    body: refusal('NotFoundError', 'No route for GET /nowhere'),
  },
  {
    name: '400, thrown',
    event: path('GET', '/strict/vancouver'),
    status: 400,
    body: refusal('BadRequestError', unknownCity('vancouver')),
  },
]

/** Lambda's context for one call, fresh, because some middleware write to it. */
export const context = (): Context => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'bench',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:bench',
  memoryLimitInMB: '1024',
  awsRequestId: '8a5f1f0e-7f3c-4c57-a0a4-3d7c8f5f0b1d',
  logGroupName: '/aws/lambda/bench',
  logStreamName: '2026/11/22/[$LATEST]abc',
  getRemainingTimeInMillis: () => 29_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
})
