import { GetObjectCommand } from '@aws-sdk/client-s3'
import type { Request } from 'calix'
import { s3 } from '../connections.ts'

export default async ({ params }: Request<{ readonly partner: string }>) => {
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket: 'partner-feeds', Key: `${params.partner}/feed.xml` }),
  )
  return (await Body?.transformToString()) ?? ''
}
