export * from './aws.ts'
export { BUCKETS, QUEUE_BASE, TABLES, name as resourceName } from './names.ts'
