import {
  CopyObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  S3Client,
} from '@aws-sdk/client-s3'
import { config } from '../config.ts'

const client = new S3Client({})

export const publish = async (owner: string, name: string) => {
  const { MEDIA_BUCKET: from, DERIVED_BUCKET: to } = config
  const source = { Bucket: from, Key: `raw/${owner}/${name}` }
  const { ContentLength = 0 } = await client.send(new HeadObjectCommand(source))
  await client.send(
    new CopyObjectCommand({
      CopySource: encodeURI(`${source.Bucket}/${source.Key}`),
      Bucket: to,
      Key: `public/${name}`,
    }),
  )
  return ContentLength
}

export const listOf = async (owner: string) => {
  const keys: Array<string> = []
  let ContinuationToken: string | undefined
  do {
    const page: ListObjectsV2CommandOutput = await client.send(
      new ListObjectsV2Command({
        Bucket: config.MEDIA_BUCKET,
        Prefix: `raw/${owner}/`,
        ...(ContinuationToken && { ContinuationToken }),
      }),
    )
    for (const { Key } of page.Contents ?? []) if (Key) keys.push(Key)
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken)
  return keys
}
