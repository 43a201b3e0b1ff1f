import { one as fetchOne } from './repository.ts'

export { default as create } from './create.ts'
export { fetchOne }
