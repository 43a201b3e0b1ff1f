// expect: Cannot find name 'homee'
import { calix, get, route } from '../../../src/index.ts'

const home = route(get('/'), () => 'home')

export const app = calix({}, home, homee)
