export type AccountEvent =
  | { readonly type: 'Opened'; readonly owner: string }
  | { readonly type: 'Deposited'; readonly amount: number }
  | { readonly type: 'Withdrawn'; readonly amount: number }

export class InsufficientFunds extends Error {
  override readonly name = 'InsufficientFunds'
}

export class Account {
  private readonly pending: Array<AccountEvent> = []
  readonly id: string
  private balance = 0

  private constructor(id: string) {
    this.id = id
  }

  static open(id: string, owner: string): Account {
    const account = new Account(id)
    account.record({ type: 'Opened', owner })
    return account
  }

  static rehydrate(id: string, history: Iterable<AccountEvent>): Account {
    const account = new Account(id)
    for (const event of history) account.apply(event)
    return account
  }

  deposit(amount: number): this {
    this.record({ type: 'Deposited', amount })
    return this
  }

  withdraw(amount: number): this {
    if (amount > this.balance) throw new InsufficientFunds(`${this.id} has ${this.balance}`)
    this.record({ type: 'Withdrawn', amount })
    return this
  }

  drain(): ReadonlyArray<AccountEvent> {
    return this.pending.splice(0)
  }

  snapshot() {
    return { id: this.id, balance: this.balance }
  }

  private record(event: AccountEvent): void {
    this.apply(event)
    this.pending.push(event)
  }

  private apply(event: AccountEvent): void {
    switch (event.type) {
      case 'Opened':
        return
      case 'Deposited':
        this.balance += event.amount
        return
      case 'Withdrawn':
        this.balance -= event.amount
    }
  }
}
