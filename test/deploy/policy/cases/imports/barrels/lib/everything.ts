export * from './queue.ts'
export { default as storage } from './storage.ts'
