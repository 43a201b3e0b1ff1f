import { calix, get, put, type Request, route } from 'calix'
import { container } from './bootstrap.ts'
import type { Container, Token } from './container.ts'
import { DOCUMENTS, VAULT } from './tokens.ts'

const using =
  <A, P, R>(of: Token<A>, handle: (service: A, request: Request<P>) => R, from: Container = container) =>
  (request: Request<P>): R =>
    handle(from.get(of), request)

export const app = calix(
  {},
  route(
    get('/documents/:id'),
    using(DOCUMENTS, (documents, { params }: Request<{ readonly id: string }>) => documents.read(params.id)),
  ),
  route(
    put('/documents/:id'),
    using(DOCUMENTS, async (documents, { params, body }: Request<{ readonly id: string }>) => {
      await documents.write(params.id, String(body))
      return { written: params.id }
    }),
  ),
  route(
    put('/seals'),
    using(VAULT, async (vault, { body }) => Buffer.from(await vault.seal(String(body))).toString('base64')),
  ),
)
