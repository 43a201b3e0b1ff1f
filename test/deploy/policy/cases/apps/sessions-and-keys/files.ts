import {
  GetObjectTaggingCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { authorize, get, put, route } from 'calix'
import { pipe } from 'fp-ts/function'
import { session } from './sessions.ts'

const s3 = new S3Client({})
const at = (name: string) => ({ Bucket: 'portal-files', Key: name })

export const files = [
  pipe(
    route(put('/files/:name'), async ({ params, rawBody }) => {
      await s3.send(new PutObjectCommand({ ...at(params.name), Body: rawBody, Tagging: 'scanned=false' }))
      return null
    }),
    authorize(session),
  ),
  pipe(
    route(put('/files/:name/scanned'), async ({ params }) => {
      const { TagSet = [] } = await s3.send(new GetObjectTaggingCommand(at(params.name)))
      const Tagging = {
        TagSet: [...TagSet.filter(({ Key }) => Key !== 'scanned'), { Key: 'scanned', Value: 'true' }],
      }
      await s3.send(new PutObjectTaggingCommand({ ...at(params.name), Tagging }))
      return null
    }),
    authorize(session),
  ),
  route(get('/motd'), () => 'hello'),
] as const
