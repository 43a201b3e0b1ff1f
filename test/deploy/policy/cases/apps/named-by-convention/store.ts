import { DynamoDB } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'

const kebab = (name: string): string =>
  name.replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before}-${after}`).toLowerCase()

const plural = (name: string): string => (name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`)

export interface Stored {
  readonly id: string
}

export type RecordClass<A extends Stored> = new (fields: A) => A

const client = new DynamoDB({})
const tables = new Map<unknown, string>()

const tableOf = <A extends Stored>(of: RecordClass<A>): string => {
  const known = tables.get(of)
  if (known !== undefined) return known
  const table = `hr-${plural(kebab(of.name))}`
  tables.set(of, table)
  return table
}

export const load = async <A extends Stored>(of: RecordClass<A>, id: string): Promise<A | null> => {
  const { Item } = await client.getItem({ TableName: tableOf(of), Key: marshall({ id }) })
  return Item === undefined ? null : new of(unmarshall(Item) as A)
}

export const store = async <A extends Stored>(record: A): Promise<A> => {
  const of = record.constructor as RecordClass<A>
  await client.putItem({ TableName: tableOf(of), Item: marshall({ ...record }) })
  return record
}
