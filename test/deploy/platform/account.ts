/** Where a program is deployed: what the provider would have found in its configuration. */
export interface Account {
  readonly id: string
  readonly region: string
  readonly partition: string
}

export const ACCOUNT_ID = '123456789012'

export const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'

export const accountIn = (region: string): Account => ({
  id: ACCOUNT_ID,
  region,
  partition: partitionOf(region),
})

/** `arn:aws:lambda:us-east-1:123456789012:function:name` */
export const arn = (account: Account, service: string, resource: string): string =>
  `arn:${account.partition}:${service}:${account.region}:${account.id}:${resource}`
