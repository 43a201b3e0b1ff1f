import { get, route, use } from 'calix'
import { cors } from 'calix/middleware'
import { pipe } from 'fp-ts/function'

export const customCors = pipe(
  route(get('/custom_cors'), () => ({ cors: true })),
  use(
    cors({
      allowOrigin: 'https://foo.example.com',
      allowHeaders: ['X-Special-Header'],
      exposeHeaders: ['X-Special-Header'],
      maxAge: 600,
      allowCredentials: true,
    }),
  ),
)
