import { InternalServerError, NotFoundError } from 'calix'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Ports } from './adapters.ts'

export interface Deps extends Ports {
  readonly now: () => string
}

const failed = () => new InternalServerError('AWS')

export const showPhoto =
  ({ index, photos }: Deps) =>
  async (id: string) => {
    const found = await index.find(id)
    return found === null ? new NotFoundError(id) : { found, url: await photos.url(id, 'read') }
  }

export const uploadLink =
  ({ photos: { url } }: Deps) =>
  async (id: string) => ({ url: await url(id, 'write') })

export const publishPhoto = (deps: Deps) => (id: string) =>
  pipe(
    TE.tryCatch(() => deps.index.mark(id, 'published', deps.now()), failed),
    TE.chainFirst(() => TE.tryCatch(() => deps.events.publish(id), failed)),
  )
