// @ts-nocheck Dispose, decorators and accessors are newer than the library that the repository's configuration names.
import { calix, del, get, post, put, route } from 'calix'
import { Files } from './files.ts'
import { Lock, run } from './lock.ts'
import { Settings } from './settings.ts'
import { Queue } from './queue.ts'
import { Teams, Users } from './tables.ts'

const users = new Users()
const teams = new Teams()

export const app = calix(
  {},
  route(put('/users/:id'), async ({ params }) => {
    await users.save(params.id)
    return null
  }),
  route(get('/users/:id'), ({ params }) => users.find(params.id)),
  route(del('/teams/:id'), async ({ params }) => {
    await teams.remove(params.id)
    return null
  }),
  route(post('/locks/:name'), async ({ params }) => {
    await using lock = await Lock.take(params.name)
    return run(lock.name)
  }),
  route(get('/measured'), () => new Settings().measured()),
  route(get('/accessor'), async () => {
    const files = new Files()
    files.bucket = 'set-later'
    return files.count
  }),
  route(get('/static'), () => Queue.attributes()),
)
