import type { Account } from './account.ts'

export interface AccountRepository {
  get(id: string): Promise<Account>
  save(account: Account): Promise<void>
}
