import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { del, get, put, route, routes } from 'calix'

interface Options {
  readonly table: string
  readonly isRemovable?: boolean
  readonly onSaved?: (id: string) => Promise<void>
}

const db = new DynamoDBClient()

export const crud = ({ table, isRemovable = false, onSaved }: Options) => {
  const TableName = `crud-${table}`
  const one = route(get('/:id'), async ({ params }) => {
    const { Item } = await db.send(new GetItemCommand({ TableName, Key: { id: { S: params.id } } }))
    return Item ?? null
  })
  const save = route(put('/:id'), async ({ params }) => {
    await db.send(new PutItemCommand({ TableName, Item: { id: { S: params.id } } }))
    await onSaved?.(params.id)
    return null
  })
  const remove = route(del('/:id'), async ({ params }) => {
    await db.send(new DeleteItemCommand({ TableName, Key: { id: { S: params.id } } }))
    return null
  })
  return isRemovable ? routes(one, save, remove) : routes(one, save)
}
