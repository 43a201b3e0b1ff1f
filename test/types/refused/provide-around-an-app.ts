// expect: use(provide(…)) goes around routes and groups of routes, before calix(…) takes them
import { pipe } from 'fp-ts/function'
import { calix, provide, use } from '../../../src/index.ts'

export const app = pipe(calix({}), use(provide(() => ({ user: 'ada' }))))
