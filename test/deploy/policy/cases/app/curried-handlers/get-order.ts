import { NotFoundError, type Request } from 'calix'
import type { Orders } from './orders.ts'

export const getOrder =
  ({ orders }: { readonly orders: Orders }) =>
  async ({ params: { id } }: Request<{ readonly id: string }>) =>
    (await orders.byId(id)) ?? new NotFoundError(id)
