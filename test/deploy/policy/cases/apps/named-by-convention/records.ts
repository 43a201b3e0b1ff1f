export class Employee {
  readonly id: string
  readonly name: string

  constructor({ id, name }: Employee) {
    this.id = id
    this.name = name
  }
}

export class PayrollEntry {
  readonly id: string
  readonly cents: number

  constructor({ id, cents }: PayrollEntry) {
    this.id = id
    this.cents = cents
  }
}
