export { default } from '@middy/http-json-body-parser'
