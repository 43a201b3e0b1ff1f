// @ts-nocheck The packages are linked into an installation when the case is read.
import { storage } from '@shop/storage'
import { notify } from '@shop/notify/send'
import { calix, get, post, route } from 'calix'

export const app = calix(
  {},
  route(get('/files/:key'), ({ params }) => storage.read(params.key)),
  route(post('/notes'), ({ body }) => notify(String(body))),
)
