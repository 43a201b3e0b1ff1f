import { calix, del, post, put, route } from 'calix'
import { closeTicket, openTicket, rejectTicket } from './core/tickets.ts'
import { interpret } from './interpreter.ts'

export const app = calix(
  {},
  route(put('/tickets/:id'), ({ params, body }) => interpret(openTicket(params.id, String(body)))),
  route(post('/tickets/:id/closing'), ({ params, body }) => interpret(closeTicket(params.id, String(body)))),
  route(del('/tickets/:id'), ({ params }) => interpret(rejectTicket(params.id))),
)
