const APP = 'shop'
const STAGE = 'prod' as const
const join = (...parts: ReadonlyArray<string>): string => parts.join('-')

export type Tier = 'gold' | 'free'

export const PREFIX = 'v' + 2
export const TABLE = `${APP}-${STAGE}-rows`
export const BUCKETS = {
  archive: { name: join(APP, 'archive') },
  live: { name: APP.concat('-', 'live').toLowerCase() },
} as const

export const bucketFor = (tier: Tier): string => `${APP}-${tier}-${STAGE.toUpperCase().toLowerCase()}`
