import { Table } from './table.ts'

export class Users extends Table {
  protected readonly name = 'users'
  protected override keyOf(id: string) {
    return { name: { S: id } }
  }
}
