import { get, route, use } from 'calix'
import { cors } from 'calix/middleware'
import { pipe } from 'fp-ts/function'

export const manyOrigins = pipe(
  route(get('/cors_multiple_origins'), () => 'Foo'),
  use(cors({ allowOrigin: ['http://allowed1.example.com', 'http://allowed2.example.com'] })),
)
