export * as events from './events.ts'
export * from './table.ts'
import * as repo from './table.ts'
export { repo }
