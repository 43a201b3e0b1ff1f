import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'

const client = new DynamoDBClient({})

export async function* rows(table: string): AsyncGenerator<Record<string, unknown>> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName: `export-${table}` }))
    for (const item of Items) yield unmarshall(item)
}

export async function* mapped<A, B>(source: AsyncIterable<A>, map: (each: A) => B | Promise<B>) {
  for await (const each of source) yield await map(each)
}
