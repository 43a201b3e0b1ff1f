import { calix, get, route } from 'calix'
import type { Job } from './worker.ts'
import { PRIORITIES } from './priorities.ts'

const next: Job = { id: '1', priority: PRIORITIES.low }

export const app = calix(
  {},
  route(get('/next'), () => next),
)
