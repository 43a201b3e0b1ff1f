// Rejects after the deadline has answered: a rejection that nobody handles would end this process.
import { setTimeout as sleep } from 'node:timers/promises'
import { calix, get, response, route, use } from 'calix'
import { call } from './call.ts'

const late = async (): Promise<never> => {
  await sleep(100)
  throw new Error('late')
}

const log = () => undefined

const APPS = {
  handler: calix({ log }, route(get('/'), late)),
  task: calix(
    { log },
    route(get('/'), () => late),
  ),
  before: use({ before: late })(
    calix(
      { log },
      route(get('/'), () => 'well'),
    ),
  ),
  response: calix(
    { log },
    route(get('/'), () => response(late())),
  ),
}

const way = process.argv[2]
const app = Object.entries(APPS).find(([name]) => name === way)?.[1]
if (app === undefined) throw new TypeError(`There is no way '${way}'`)

console.log(await call(app, 30))
await sleep(200)
console.log('alive')
