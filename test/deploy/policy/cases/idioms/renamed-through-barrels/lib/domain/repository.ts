export { lookUp as one, remove as drop } from '../aws/index.ts'
