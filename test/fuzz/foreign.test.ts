import { NotHttpEventError } from 'calix'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subjects } from './app.ts'
import { senderOf } from './event.ts'
import { JUNK } from './junk.ts'
import { share } from './runs.ts'

const { timeout, ...parameters } = share(10)

/** What other event sources send, by their beginnings. */
const SOURCES: ReadonlyArray<unknown> = [
  { Records: [{ eventSource: 'aws:s3', s3: {} }] },
  { Records: [{ EventSource: 'aws:sns', Sns: {} }] },
  { Records: [{ eventSource: 'aws:sqs', body: '{}' }] },
  { Records: [{ cf: { request: {} } }] },
  { Records: [null] },
  { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} },
  { source: 'serverless-plugin-warmup' },
  { requestContext: { connectionId: 'x', routeKey: '$connect' }, isBase64Encoded: false },
  { requestContext: { serviceNetworkArn: 'arn' }, path: '/', method: 'GET' },
  { type: 'REQUEST', methodArn: 'arn', httpMethod: 1, path: '/' },
  { version: '2.0', type: 'REQUEST', routeArn: 'arn' },
  { raw_path: '/', method: 'GET', headers: {} },
  { info: { fieldName: 'a' }, arguments: {} },
  { httpMethod: 'GET' },
  { path: '/' },
  { requestContext: { http: 'GET' } },
  { requestContext: { http: { method: ['GET'] } } },
  {},
  [],
  null,
  undefined,
  'GET /',
  0,
]

const foreign = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SOURCES) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.values(JUNK)) },
  { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      fc.constantFrom('requestContext', 'path', 'headers', 'body', 'Records', 'source'),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  },
)

const calm = subjects.filter(({ hooksApp }) => !hooksApp)

test(
  `${parameters.numRuns} events that are no HTTP requests: each is refused as such, and no handler runs`,
  () =>
    fc.assert(
      fc.asyncProperty(fc.nat(calm.length - 1), foreign, async (nth, event) => {
        fc.pre(typeof event !== 'object' || event === null || senderOf({ ...event }) === undefined)
        let runs = 0
        const ran = (): void => {
          runs += 1
        }
        const plan = { give: () => 1, deeds: [], reads: false, ran }
        const call = calm[nth]?.handler(event, { plan })
        await expect(call).rejects.toBeInstanceOf(NotHttpEventError)
        await expect(call).rejects.toThrow(/no HTTP request: it is .+\. This handler answers/)
        expect(runs).toBe(0)
      }),
      parameters,
    ),
  timeout,
)
