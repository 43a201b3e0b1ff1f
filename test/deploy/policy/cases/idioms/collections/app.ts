import {
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, get, route } from 'calix'

const db = new DynamoDBClient()
const groups = [{ tables: ['a'] }, { tables: ['b', undefined] }]
const history = ['first', 'second', 'last']
const buckets = new Set(['set-a']).add('set-b')
const sns = new SNSClient()

export const app = calix(
  {},
  route(get('/flat'), async () => {
    const commands = groups
      .flatMap(({ tables }) => tables)
      .filter((name) => name !== undefined)
      .map((name) => new GetItemCommand({ TableName: `flat-${name}`, Key: {} }))
    for (const [index, command] of commands.entries()) if (index >= 0) await db.send(command)
    return commands.length
  }),
  route(get('/for-each'), () => {
    ;[1, 2].forEach(async (n) => {
      await sns.send(
        new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:each', Message: String(n) }),
      )
    })
    return null
  }),
  route(get('/last'), async () => (await db.send(new ScanCommand({ TableName: history.at(-1) }))).Count ?? 0),
  route(get('/sets'), async () => {
    const s3 = new S3Client()
    const sizes = new Map<string, number>()
    for (const Bucket of buckets) {
      const { KeyCount = 0 } = await s3.send(new ListObjectsV2Command({ Bucket }))
      sizes.set(Bucket, KeyCount)
    }
    return Object.fromEntries(sizes)
  }),
  route(get('/values'), async () => {
    const TableName = 'valued'
    const checks = {
      query: () => db.send(new QueryCommand({ TableName })),
      describe: () => db.send(new DescribeTableCommand({ TableName })),
    }
    await Promise.all(Object.values(checks).map((check) => check()))
    return Object.keys(checks)
  }),
  route(get('/from'), async () => {
    const all = Array.from({ length: 3 }, (_, n) =>
      db.send(new UpdateItemCommand({ TableName: 'counted', Key: { n: { N: String(n) } } })),
    )
    await Promise.all(all)
    return all.length
  }),
  route(get('/some'), async () => {
    const ssm = new SSMClient()
    const values: Array<string | undefined> = []
    for (const name of new Map([
      ['one', 1],
      ['two', 2],
    ]).keys()) {
      const { Parameter } = await ssm.send(new GetParameterCommand({ Name: ['', 'some', name].join('/') }))
      values.push(Parameter?.Value)
    }
    return values.some(Boolean)
  }),
)
