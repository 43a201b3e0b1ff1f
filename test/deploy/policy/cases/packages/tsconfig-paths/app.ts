// @ts-nocheck The paths are those of the tsconfig.json beside it, not of the repository's.
import { calix, get, put, route } from 'calix'
import { loadThing } from '@/things/load'
import { saveThing } from '~save'

export const app = calix(
  {},
  route(get('/things/:id'), ({ params }) => loadThing(params.id)),
  route(put('/things/:id'), ({ params }) => saveThing(params.id)),
)
