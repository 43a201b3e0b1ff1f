export { default } from '@middy/http-urlencode-body-parser'
