import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, post, route } from 'calix'

const s3 = new S3Client({})
const KEYS = ['head.html', 'body.html', 'foot.html']

const page = route(get('/page'), async () => {
  const parts = await Promise.all(
    KEYS.map((Key) => s3.send(new GetObjectCommand({ Bucket: 'site', Key: `parts/${Key}` }))),
  )
  const texts = await Promise.all(parts.map(({ Body }) => Body?.transformToString()))
  return texts.join('\n')
})

const clear = route(post('/clear'), async ({ body }) => {
  const keys = body as ReadonlyArray<string>
  const commands = keys.map((Key) => new DeleteObjectCommand({ Bucket: 'site-cache', Key }))
  for (const command of commands) await s3.send(command)
  return commands.length
})

export const app = calix({}, page, clear)
