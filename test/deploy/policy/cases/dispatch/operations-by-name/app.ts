import { DynamoDB } from '@aws-sdk/client-dynamodb'
import { S3 } from '@aws-sdk/client-s3'
import { calix, get, post, put, route } from 'calix'

const s3 = new S3({})
const dynamodb = new DynamoDB({})

const call = (name: 'getObject' | 'headObject', Key: string) => s3[name]({ Bucket: 'by-name', Key })

const PLAN = [
  ['createTable', { TableName: 'planned' }],
  ['deleteTable', { TableName: 'planned-before' }],
] as const

const suffix = 'Bucket'

export const app = calix(
  {},
  route(get('/x/:key'), async ({ params }) => {
    await call('headObject', params.key)
    const { Body } = await s3['getObject']({ Bucket: 'by-name', Key: params.key })
    return Body?.transformToString()
  }),
  route(post('/plan'), async () => {
    for (const [name, input] of PLAN)
      await (dynamodb[name] as (input: { readonly TableName: string }) => Promise<unknown>)(input)
    return null
  }),
  route(put('/bucket'), async () => {
    await s3[`create${suffix}`]({ Bucket: 'by-name' })
    return null
  }),
)
