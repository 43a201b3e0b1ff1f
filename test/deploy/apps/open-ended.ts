import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, lambda, put, route } from 'calix'
import { Resource } from 'sst'

const s3 = new S3Client({})

// SST writes such into sst-env.d.ts.
declare module 'sst' {
  export interface Resource {
    OpenEnded: { readonly name: string }
  }
}

/** Whose bucket comes with the request. */
const anywhere = route(get('/anywhere'), ({ query }) =>
  s3.send(new GetObjectCommand({ Bucket: query.bucket, Key: 'one' })),
)

const here = route(put('/here'), ({ rawBody }) =>
  s3.send(new PutObjectCommand({ Bucket: Resource.OpenEnded.name, Key: 'one', Body: rawBody })),
)

export const app = calix({ name: 'open-ended' }, anywhere, here)
export const handler = lambda(app)
