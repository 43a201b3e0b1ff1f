import { DeleteCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { documents } from './documents.ts'
import type { Table } from './table.ts'

type Row = Record<string, unknown>

/** Runs when it is awaited. */
export class Query<A extends Row = Row> implements PromiseLike<ReadonlyArray<A>> {
  private input: Partial<QueryCommandInput> = {}
  private readonly from: Table

  constructor(from: Table) {
    this.from = from
  }

  where(key: string, value: string): this {
    this.input.KeyConditionExpression = '#k = :v'
    this.input.ExpressionAttributeNames = { '#k': key }
    this.input.ExpressionAttributeValues = { ':v': value }
    return this
  }

  by(index: string): this {
    this.input = { ...this.input, IndexName: index }
    return this
  }

  limit(count: number): this {
    this.input.Limit = count
    return this
  }

  async deleteAll(...keys: ReadonlyArray<string>): Promise<number> {
    const rows = await this
    await Promise.all(
      rows.map((row) =>
        documents.send(
          new DeleteCommand({
            TableName: `${this.from}`,
            Key: Object.fromEntries(keys.map((key) => [key, row[key]])),
          }),
        ),
      ),
    )
    return rows.length
  }

  // It is meant to be awaited.
  then<B = ReadonlyArray<A>, C = never>(
    onDone?: ((rows: ReadonlyArray<A>) => B | PromiseLike<B>) | null,
    onFailed?: ((reason: unknown) => C | PromiseLike<C>) | null,
  ): PromiseLike<B | C> {
    return this.run().then(onDone, onFailed)
  }

  private async run(): Promise<ReadonlyArray<A>> {
    const { Items = [] } = await documents.send(
      new QueryCommand({ ...this.input, TableName: String(this.from) }),
    )
    return Items.map((item) => item as A)
  }
}

export const from = <A extends Row>(table: Table) => new Query<A>(table)
