import { calix, get, put, route } from 'calix'
import { photos, storage } from './lib/index.ts'

export const app = calix(
  {},
  route(get('/photos/:key'), ({ params }) => photos.load(params.key)),
  route(put('/photos/:key'), ({ params, rawBody }) => storage.store(params.key, rawBody)),
)
