// @ts-nocheck The old files say no types.
import { calix, get, post, route } from 'calix'
import mail from './lib/mail.cjs'
import store from './lib/store.js'

export const app = calix(
  {},
  route(
    get('/docs/:id'),
    ({ params }) =>
      new Promise((resolve, reject) => store.load(params.id, (e, d) => (e ? reject(e) : resolve(d)))),
  ),
  route(post('/docs/:id'), ({ params }) => store.saveAsync(params.id, 'text')),
  route(post('/mail'), () => mail.send('a@example.com')),
)
