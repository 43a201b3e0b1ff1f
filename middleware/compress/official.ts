export { default as encoding } from '@middy/http-content-encoding'
export { default as negotiation } from '@middy/http-content-negotiation'
