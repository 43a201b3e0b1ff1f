import { BaseRepository, type Entity } from './base-repository.ts'

export interface Customer extends Entity {
  readonly email: string
}

export class CustomerRepository extends BaseRepository<Customer> {
  protected readonly tableName = 'crm-customers'

  protected toItem({ id, email }: Customer) {
    return { id, email: email.toLowerCase() }
  }

  protected fromItem(item: Record<string, unknown>): Customer {
    return { id: String(item.id), email: String(item.email) }
  }
}
