import { calix, post, put, route } from 'calix'
import { enqueue, start } from './jobs.ts'
import { upload } from './uploads.ts'

export const app = calix(
  {},
  route(put('/uploads/:name'), ({ params, rawBody }) => upload(params.name, rawBody)),
  route(post('/jobs'), async ({ body }) => {
    await enqueue(Array.isArray(body) ? body.map(String) : [String(body)])
    return null
  }),
  route(post('/workflows'), async ({ body }) => {
    const { executionArn } = await start(body)
    return { executionArn: executionArn ?? '' }
  }),
)
