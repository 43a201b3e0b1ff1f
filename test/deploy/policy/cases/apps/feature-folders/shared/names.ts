const app = 'blog'
const stage = process.env.APP_STAGE || 'local'

export const name = (...parts: ReadonlyArray<string>) => [app, stage, ...parts].join('-')

export const TABLES = Object.freeze({ articles: name('articles'), comments: name('comments') })
export const BUCKETS = { media: name('media') } as const
export const QUEUE_BASE = 'https://sqs.eu-west-1.amazonaws.com/123456789012'
