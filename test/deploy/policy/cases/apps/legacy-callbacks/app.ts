// @ts-nocheck What it imports is not checked.
import { calix, get, post, route } from 'calix'
import { publish, readDraft } from './stores.ts'

export const app = calix(
  {},
  route(get('/drafts/:id'), ({ params }) => readDraft(params.id)),
  route(post('/drafts/:id/publication'), ({ params }) => publish(params.id)),
)
