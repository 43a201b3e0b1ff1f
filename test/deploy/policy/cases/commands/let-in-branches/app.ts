import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { any, BadRequestError, calix, route } from 'calix'

const s3 = new S3Client({})

const object = route(any('/objects/:key'), async ({ method, params, rawBody }) => {
  const where = { Bucket: 'objects', Key: params.key }
  let command: DeleteObjectCommand | GetObjectCommand | PutObjectCommand
  if (method === 'GET') command = new GetObjectCommand(where)
  else if (method === 'PUT') command = new PutObjectCommand({ ...where, Body: rawBody })
  else if (method === 'DELETE') command = new DeleteObjectCommand(where)
  else return new BadRequestError(method)
  // Which of the three it is only running tells.
  await s3.send(command as GetObjectCommand)
  return null
})

export const app = calix({}, object)
