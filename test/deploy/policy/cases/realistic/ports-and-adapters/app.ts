import { calix, get, post, prefix, put, route, routes, use } from 'calix'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { adapters, type Ports } from './adapters.ts'
import { type Deps, publishPhoto, showPhoto, uploadLink } from './use-cases.ts'

const wire = <A, B>(useCase: (deps: Deps) => (input: A) => B, ports: Ports) =>
  useCase({ ...ports, now: () => 'now' })

const live = adapters({
  bucket: 'gallery-photos',
  table: 'gallery',
  topic: 'arn:aws:sns:eu-west-1:123456789012:gallery',
})

const photos = routes(
  route(get('/:id'), ({ params }) => wire(showPhoto, live)(params.id)),
  route(put('/:id/link'), ({ params }) => wire(uploadLink, live)(params.id)),
  route(post('/:id/publication'), ({ params }) =>
    pipe(
      params.id,
      wire(publishPhoto, live),
      TE.map(() => null),
    ),
  ),
)

export const app = calix(
  {},
  pipe(
    photos,
    prefix('/photos'),
    use({
      onError: async ({ error }) => {
        await live.events.publish(`failed: ${error}`)
      },
    }),
  ),
)
