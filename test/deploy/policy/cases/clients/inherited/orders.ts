import { Table } from './table.ts'

export class Orders extends Table {
  protected override get name(): string {
    return 'orders'
  }

  async ship(id: string): Promise<null> {
    await super.set(id, 'shipped')
    return null
  }
}
