export * from './event-bus.js'
export { default as keyValue } from './key-value.js'
export { makeObjects as objects } from './objects.js'
