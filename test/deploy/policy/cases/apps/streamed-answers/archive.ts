import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({})

export const archived = (day: string): ReadableStream =>
  new ReadableStream({
    async start(controller) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'export-archive', Key: `${day}.ndjson` }))
      controller.enqueue(new TextEncoder().encode(await Body?.transformToString()))
      controller.close()
    },
  })
