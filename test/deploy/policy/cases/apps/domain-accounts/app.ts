import { calix, ConflictError, get, post, put, route } from 'calix'
import { AccountService } from './application/account-service.ts'
import { InsufficientFunds } from './domain/account.ts'
import { EventSourcedAccounts } from './infrastructure/event-store.ts'
import { relayOutbox } from './infrastructure/outbox-relay.ts'

const service = new AccountService(new EventSourcedAccounts())

const amountOf = (body: unknown): number => Number((body as { amount?: number } | undefined)?.amount ?? 0)

const orConflict = async <A>(work: Promise<A>): Promise<A> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof InsufficientFunds) throw new ConflictError(error.message)
    throw error
  }
}

export const app = calix(
  { name: 'bank' },
  route(put('/accounts/:id'), ({ params, body }) => service.open(params.id, String(body))),
  route(get('/accounts/:id'), ({ params }) => service.balance(params.id)),
  route(post('/accounts/:id/deposits'), ({ params, body }) => service.deposit(params.id, amountOf(body))),
  route(post('/accounts/:id/withdrawals'), ({ params, body }) =>
    orConflict(service.withdraw(params.id, amountOf(body))),
  ),
  route(post('/internal/outbox/relay'), async () => ({ sent: await relayOutbox() })),
)
