import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, route } from 'calix'

const s3 = new S3Client({})

const pretend = (s3: { send: (what: unknown) => string }, what: unknown): string => s3.send(what)

const read = async (S3Client: string, GetObjectCommand: (key: string) => string) =>
  GetObjectCommand(S3Client.toUpperCase())

export const app = calix(
  {},
  route(get('/pretend'), () =>
    pretend({ send: () => 'pretended' }, new DeleteObjectCommand({ Bucket: 'b', Key: 'k' })),
  ),
  route(get('/names'), () => read('a', (key) => key)),
  route(get('/real'), async () => {
    {
      const GetObjectCommand = class {}
      void new GetObjectCommand()
    }
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }))
    return Body?.transformToString()
  }),
)
