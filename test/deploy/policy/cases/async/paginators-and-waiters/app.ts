import { DynamoDB, paginateListTables } from '@aws-sdk/client-dynamodb'
import { S3Client, waitUntilObjectExists, waitUntilObjectNotExists } from '@aws-sdk/client-s3'
import { paginateGetParametersByPath, SSMClient } from '@aws-sdk/client-ssm'
import * as logs from '@aws-sdk/client-cloudwatch-logs'
import { calix, get, post, route } from 'calix'

const collect = async <A, B>(pages: AsyncIterable<A>, pick: (page: A) => ReadonlyArray<B> | undefined) => {
  const found: Array<B> = []
  for await (const page of pages) found.push(...(pick(page) ?? []))
  return found
}

const dynamodb = new DynamoDB({})
const client = new S3Client({})
const limits = { client, maxWaitTime: 20 }

export const app = calix(
  {},
  route(get('/flags'), () =>
    collect(
      paginateGetParametersByPath({ client: new SSMClient({}) }, { Path: '/flags/' }),
      (page) => page.Parameters,
    ),
  ),
  route(get('/tables'), () =>
    collect(paginateListTables({ client: dynamodb }, {}), ({ TableNames }) => TableNames),
  ),
  route(get('/rows'), () => collect(dynamodb.paginateScan({ TableName: 'rows' }), ({ Items }) => Items)),
  route(get('/logs'), async () => {
    const pages = logs.paginateFilterLogEvents(
      { client: new logs.CloudWatchLogsClient({}) },
      { logGroupName: '/shop' },
    )
    const { value } = await pages[Symbol.asyncIterator]().next()
    return value?.events ?? []
  }),
  route(post('/wait/:key'), async ({ params }) => {
    await waitUntilObjectExists(limits, { Bucket: 'awaited', Key: params.key })
    await waitUntilObjectNotExists({ ...limits }, { Bucket: 'awaited', Key: `${params.key}.lock` })
    return null
  }),
  route(get('/unread'), () => {
    const pages = paginateListTables({ client: dynamodb }, {})
    return typeof pages
  }),
)
