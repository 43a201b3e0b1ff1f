import './subscribers/index.ts'
import { calix, del, post, put, route } from 'calix'
import { emit } from './events/bus.ts'
import { join, leave } from './members.ts'

export const app = calix(
  {},
  route(put('/members/:id'), ({ params, body }) => join(params.id, String(body))),
  route(del('/members/:id'), ({ params }) => leave(params.id)),
  route(post('/members/:id/lost-card'), ({ params }) => emit('card.lost', { memberId: params.id })),
)
