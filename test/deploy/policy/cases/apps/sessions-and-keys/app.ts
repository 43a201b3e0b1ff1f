import { calix, use } from 'calix'
import { cors } from 'calix/middleware'
import { pipe } from 'fp-ts/function'
import { files } from './files.ts'
import { origin } from './start.ts'

export const app = pipe(
  calix({ name: 'portal' }, ...files),
  use(cors({ allowOrigin: origin || 'https://portal.example.com' })),
)
