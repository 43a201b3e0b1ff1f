// expect: 'user', which GET /me needs, is given by nothing around it: use(provide(…)), authorize(…) or the app's environment would
import { calix, get, route } from '../../../src/index.ts'

const me = route(get('/me'), (_request, { user }: { user: string }) => user)
const home = route(get('/'), () => 'home')

export const app = calix({}, home, me)
