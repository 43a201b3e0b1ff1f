export { default } from '@middy/http-cors'
