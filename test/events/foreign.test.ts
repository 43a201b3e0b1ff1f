import { any, calix, lambda, NotHttpEventError, route, use } from 'calix'
import { describe, expect, test } from 'vitest'
import { pipe } from '#fp/function'
import { expectRejected, watched } from './foreign.ts'
import { alb, http, rest } from './shapes.ts'

const ARN = 'arn:aws:execute-api:us-east-1:123456789012:abcdefghij/dev/GET/a'
const SOCKET = { connectionId: 'abc=', eventType: 'MESSAGE', routeKey: '$default', stage: 'dev' }
const NETWORK = 'arn:aws:vpc-lattice:us-east-1:123456789012:servicenetwork/sn-1'

const records = (source: string) => ({ Records: [{ eventSource: source }] })

/** Events that are no HTTP request, and what the error must say they are. */
const foreign: Readonly<Record<string, readonly [event: unknown, says: RegExp]>> = {
  null: [null, /null/],
  undefined: [undefined, /undefined|nothing/],
  'a string': ['GET /', /string/],
  'an empty string': ['', /string/],
  'a number': [42, /number/],
  'a boolean': [true, /boolean/],
  'an empty object': [{}, /empty object/],
  'an empty list': [[], /list|array/],
  'a list': [[rest()], /list|array/],
  'an object of no kind': [{ a: 1, b: 2 }, /a, b/],
  'an event of S3': [records('aws:s3'), /S3/],
  'an event of SQS': [records('aws:sqs'), /SQS/],
  'an event of SNS': [{ Records: [{ EventSource: 'aws:sns' }] }, /SNS/],
  'an event of DynamoDB': [records('aws:dynamodb'), /DynamoDB/],
  'an event of Kinesis': [records('aws:kinesis'), /Kinesis/],
  'records of nobody': [{ Records: [] }, /Records/],
  'records of null': [{ Records: [null] }, /Records/],
  'a schedule': [
    { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} },
    /EventBridge.*aws\.events/,
  ],
  'an event of AppSync': [{ info: { fieldName: 'a' }, arguments: {} }, /AppSync/],
  'an event of CloudFront': [{ Records: [{ cf: { request: { method: 'GET', uri: '/' } } }] }, /CloudFront/],
  'a WebSocket being opened': [
    { headers: {}, requestContext: { ...SOCKET, eventType: 'CONNECT' } },
    /WebSocket/,
  ],
  'a message of a WebSocket': [{ requestContext: SOCKET, body: '{}', isBase64Encoded: false }, /WebSocket/],
  'a message of a WebSocket with a method and a path': [rest({ path: '/a' }, SOCKET), /WebSocket/],
  'a token to authorize': [{ type: 'TOKEN', authorizationToken: 'a', methodArn: ARN }, /authorizer/],
  'a request of a REST API to authorize': [
    { ...rest({ path: '/a' }), type: 'REQUEST', methodArn: ARN },
    /authorizer/,
  ],
  'a request of an HTTP API to authorize': [{ ...http('/a'), type: 'REQUEST', routeArn: ARN }, /authorizer/],
  'an event of VPC Lattice': [
    { version: '2.0', path: '/', method: 'GET', headers: {}, requestContext: { serviceNetworkArn: NETWORK } },
    /Lattice/,
  ],
  'an event of VPC Lattice in its first version': [{ raw_path: '/', method: 'GET', headers: {} }, /Lattice/],
  'a context of null': [{ requestContext: null, a: 1 }, /requestContext, a/],
  'a method that is no text': [rest({ httpMethod: 1 }), /httpMethod/],
  'a path that is no text': [rest({ path: null }), /path/],
  'a load balancer without a method': [alb({ httpMethod: undefined }), /path/],
  'an HTTP API without a method': [http('/', {}, { http: { path: '/' } }), /rawPath/],
}

describe('what is no HTTP request is rejected, and no handler runs', () => {
  test.each(Object.entries(foreign))('%s', (_, [event, says]) => expectRejected(event, says))
})

test('the error says what to do', async () => {
  await expect(watched().handler({})).rejects.toThrow(/function of their own/)
})

test('a middleware of the app sees it, and may answer', async () => {
  const seen: Array<unknown> = []
  const app = pipe(
    calix(
      {},
      route(any('/*rest'), () => 'unreached'),
    ),
    use({
      before: ({ event }) => {
        seen.push(event)
        return event.source === 'warmer' ? 'warm' : undefined
      },
    }),
  )
  const handler = lambda(app)
  expect(await handler({ source: 'warmer' })).toBe('warm')
  await expect(handler({ source: 'aws.events' })).rejects.toBeInstanceOf(NotHttpEventError)
  expect(seen).toEqual([{ source: 'warmer' }, { source: 'aws.events' }])
})

test('a middleware of a route does not', async () => {
  let seen = 0
  const app = calix(
    {},
    pipe(
      route(any('/*rest'), () => 'unreached'),
      use({
        before: () => {
          seen += 1
        },
      }),
    ),
  )
  await expect(lambda(app)({ a: 1 })).rejects.toBeInstanceOf(NotHttpEventError)
  expect(seen).toBe(0)
})
