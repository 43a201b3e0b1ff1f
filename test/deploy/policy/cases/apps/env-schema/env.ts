import { flag, integer, object, text } from './schema.ts'

export const env = object({
  UPLOADS_BUCKET: text(),
  UPLOADS_PREFIX: text().default('incoming'),
  JOBS_QUEUE_URL: text().startsWith('https://'),
  WORKFLOW_ARN: text().startsWith('arn:'),
  BATCH_SIZE: integer(10),
  VERBOSE: flag(),
}).parse(process.env)
