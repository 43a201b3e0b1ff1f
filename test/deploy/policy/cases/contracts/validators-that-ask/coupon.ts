import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'

interface Coupon {
  readonly discount: number
}

type Validated =
  | { readonly value: Coupon }
  | { readonly issues: ReadonlyArray<{ readonly message: string; readonly path: ReadonlyArray<string> }> }

interface Schema {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (query: unknown) => Promise<Validated>
    readonly types?: { readonly input: unknown; readonly output: Coupon }
  }
}

/** A validator without a library: it looks for the coupon. */
export const coupon = (db: DynamoDBClient): Schema => ({
  '~standard': {
    version: 1,
    vendor: 'shop',
    validate: async (query) => {
      const { code } = Object(query)
      if (typeof code !== 'string') return { value: { discount: 0 } }
      const { Item } = await db.send(new GetItemCommand({ TableName: 'coupons', Key: { code: { S: code } } }))
      return Item === undefined
        ? { issues: [{ message: 'no such coupon', path: ['code'] }] }
        : { value: { discount: Number(Item.discount?.N ?? '0') } }
    },
  },
})
