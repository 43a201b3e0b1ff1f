import { get, put, route, routes } from 'calix'
import { aws, BUCKETS } from '../../shared/index.ts'

const keyOf = (name: string) => ['media', name.toLowerCase()].join('/')

export default routes(
  route(get('/media/:name'), async ({ params }) => {
    const { ContentLength = 0 } = await aws
      .s3()
      .headObject({ Bucket: BUCKETS.media, Key: keyOf(params.name) })
    return { size: ContentLength }
  }),
  route(put('/media/:name'), async ({ params, rawBody }) => {
    await aws.s3().putObject({ Bucket: BUCKETS.media, Key: keyOf(params.name), Body: rawBody })
    return null
  }),
)
