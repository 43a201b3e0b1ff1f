import { calix, get, post, route } from 'calix'
import { submit } from './desk.ts'
import type { Job } from './ports.ts'
import { reportState } from './runners/report.ts'

export const app = calix(
  {},
  route(post('/jobs'), ({ body }) => submit(body as Job)),
  route(get('/reports/:id/state'), ({ params }) => reportState(params.id)),
)
