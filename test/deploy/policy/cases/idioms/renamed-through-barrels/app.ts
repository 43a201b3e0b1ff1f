import { randomUUID } from 'node:crypto'
import { calix, del, get, post, route } from 'calix'
import { createInvoice, invoices, pdf } from './lib/index.ts'

export const app = calix(
  {},
  route(post('/invoices'), () => createInvoice(randomUUID())),
  route(get('/invoices/:id'), ({ params }) => invoices.one(params.id)),
  route(del('/invoices/:id'), async ({ params }) => {
    await invoices.drop(params.id)
    return null
  }),
  route(get('/invoices/:id/pdf'), ({ params }) => pdf(params.id)),
)
