import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'

const client = new S3Client({})

export const archive = async (name: string, lines: ReadonlyArray<string>): Promise<void> => {
  const through = new PassThrough()
  const upload = new Upload({
    client,
    params: { Bucket: 'line-archive', Key: `gz/${name}.gz`, Body: through },
  })
  await Promise.all([upload.done(), pipeline(Readable.from(lines), createGzip(), through)])
}
