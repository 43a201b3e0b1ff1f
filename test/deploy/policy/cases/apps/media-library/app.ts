import { calix, get, post, prefix, route, routes } from 'calix'
import { pipe } from 'fp-ts/function'
import { listOf, publish } from './storage/derive.ts'
import { downloadLink, form, partLinks, uploadLink } from './storage/links.ts'
import { multipart } from './storage/multipart.ts'

const media = routes(
  route(get('/'), ({ params }: { params: Record<string, string> }) => listOf(params.owner ?? '')),
  route(post('/form'), ({ params }: { params: Record<string, string> }) => form(params.owner ?? '')),
)

export const app = calix(
  { name: 'media' },
  pipe(media, prefix('/owners/:owner/media')),
  route(post('/owners/:owner/media/:name/links'), async ({ params: { owner, name } }) => {
    const [up, down] = await Promise.all([uploadLink(owner, name), downloadLink(owner, name)])
    return { up, down }
  }),
  route(post('/owners/:owner/media/:name/publication'), async ({ params }) => ({
    size: await publish(params.owner, params.name),
  })),
  route(post('/large/:id'), async ({ params, query }) => {
    const { key, uploadId } = await multipart.start(params.id)
    return partLinks(key, uploadId, Number(query.parts ?? 1))
  }),
  route(post('/large/:id/completion'), ({ params, body }) =>
    multipart.finish(params.id, 'u', (body ?? []) as ReadonlyArray<string>),
  ),
)
