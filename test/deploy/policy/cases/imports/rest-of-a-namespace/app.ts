import * as everything from '@aws-sdk/client-s3'
import { calix, del, get, route } from 'calix'

const { S3Client, ...commands } = everything
const sdk = { s3: { ...commands, Client: S3Client }, version: 3 } as const

const clientOf = ({ s3: { Client } }: typeof sdk) => new Client({})
const client = clientOf(sdk)

export const app = calix(
  {},
  route(get('/x/:key'), async ({ params }) => {
    const { Body } = await client.send(new sdk.s3.GetObjectCommand({ Bucket: 'rest', Key: params.key }))
    return Body?.transformToString()
  }),
  route(del('/x/:key'), async ({ params }) => {
    const { DeleteObjectCommand: Delete } = commands
    await client.send(new Delete({ Bucket: 'rest', Key: params.key }))
  }),
)
