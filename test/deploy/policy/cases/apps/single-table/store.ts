import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { EntityDefinition } from './entities.ts'

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))

type Index<D> = D extends { readonly indexes: infer I } ? Extract<keyof I, string> : never

type Write = NonNullable<ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']>[number]

export class UnitOfWork {
  #writes: Array<Write> = []

  put<A>(definition: EntityDefinition<A>, entity: A): this {
    const Item = { pk: definition.pk(entity), sk: definition.sk(entity), ...entity }
    this.#writes = [...this.#writes, { Put: { TableName: definition.table, Item } }]
    return this
  }

  remove<A>({ pk, sk, table }: EntityDefinition<A>, entity: A): this {
    this.#writes.push({ Delete: { TableName: table, Key: { pk: pk(entity), sk: sk(entity) } } })
    return this
  }

  must<A>({ pk, sk, table: TableName }: EntityDefinition<A>, entity: A): this {
    const Key = { pk: pk(entity), sk: sk(entity) }
    this.#writes.push({
      ConditionCheck: { TableName, Key, ConditionExpression: 'attribute_exists(pk)' },
    })
    return this
  }

  async commit(): Promise<number> {
    const TransactItems = this.#writes
    this.#writes = []
    await client.send(new TransactWriteCommand({ TransactItems }))
    return TransactItems.length
  }
}

export const queryIndex = async <A, D extends EntityDefinition<A>>(
  { table }: D & EntityDefinition<A>,
  index: Index<D>,
  value: string,
) => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: index,
      KeyConditionExpression: `${index}pk = :v`,
      ExpressionAttributeValues: { ':v': value },
    }),
  )
  return Items
}
