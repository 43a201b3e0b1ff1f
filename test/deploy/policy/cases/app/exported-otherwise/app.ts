import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { type App, calix, get, lambda, type Routes, route, routes } from 'calix'

const s3 = new S3Client({})

function buildRoutes(bucket: string): Routes {
  const read = route(get('/x/:key'), async ({ params }) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: params.key }))
    return Body?.transformToString()
  })
  let all = routes(read) as Routes
  if (bucket.length > 3) all = routes(all, route(get('/y'), () => 'y') as Routes)
  return all
}

function buildApp({ bucket }: { readonly bucket: string }): App {
  return calix({ name: 'built' }, buildRoutes(bucket))
}

const app = buildApp({ bucket: 'built' })
const handler = lambda(app)

export { app, handler }
