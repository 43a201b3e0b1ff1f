export { default as articles } from './articles/index.ts'
export { default as media } from './media/index.ts'
export * as search from './search/index.ts'
