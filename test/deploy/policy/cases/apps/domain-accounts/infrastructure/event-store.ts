import {
  DynamoDBClient,
  paginateQuery,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { Account, type AccountEvent } from '../domain/account.ts'
import type { AccountRepository } from '../domain/account-repository.ts'

const EVENTS = 'bank-events'
const OUTBOX = 'bank-outbox'

export class EventSourcedAccounts implements AccountRepository {
  readonly #versions = new WeakMap<Account, number>()
  readonly #client: DynamoDBClient

  constructor(client = new DynamoDBClient({})) {
    this.#client = client
  }

  async get(id: string): Promise<Account> {
    const history: Array<AccountEvent> = []
    const pages = paginateQuery(
      { client: this.#client, pageSize: 100 },
      {
        TableName: EVENTS,
        KeyConditionExpression: 'stream = :s',
        ExpressionAttributeValues: { ':s': { S: id } },
      },
    )
    for await (const { Items = [] } of pages)
      for (const { data } of Items) if (data?.S !== undefined) history.push(JSON.parse(data.S))
    const account = Account.rehydrate(id, history)
    this.#versions.set(account, history.length)
    return account
  }

  async save(account: Account): Promise<void> {
    const events = account.drain()
    if (events.length === 0) return
    let version = this.#versions.get(account) ?? 0
    const TransactItems: Array<TransactWriteItem> = []
    for (const event of events) {
      version += 1
      const data = { S: JSON.stringify(event) }
      TransactItems.push(
        {
          Put: {
            TableName: EVENTS,
            Item: { stream: { S: account.id }, version: { N: String(version) }, data },
            ConditionExpression: 'attribute_not_exists(version)',
          },
        },
        { Put: { TableName: OUTBOX, Item: { id: { S: `${account.id}:${version}` }, data } } },
      )
    }
    await this.#client.send(new TransactWriteItemsCommand({ TransactItems }))
    this.#versions.set(account, version)
  }
}
