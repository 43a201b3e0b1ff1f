import { Account } from '../domain/account.ts'
import type { AccountRepository } from '../domain/account-repository.ts'

export class AccountService {
  private readonly accounts: AccountRepository

  constructor(accounts: AccountRepository) {
    this.accounts = accounts
  }

  async open(id: string, owner: string) {
    const account = Account.open(id, owner)
    await this.accounts.save(account)
    return account.snapshot()
  }

  balance = async (id: string) => (await this.accounts.get(id)).snapshot()

  deposit = (id: string, amount: number) => this.change(id, (account) => account.deposit(amount))

  withdraw = (id: string, amount: number) => this.change(id, (account) => account.withdraw(amount))

  private async change(id: string, act: (account: Account) => Account) {
    const account = act(await this.accounts.get(id))
    await this.accounts.save(account)
    return account.snapshot()
  }
}
