// @ts-nocheck What the mapper computes of a schema is beyond what its types are about here.
import { calix, get, NotFoundError, post, put, route, routes } from 'calix'
import { entity } from './mapper.ts'

const users = entity(() => process.env.MAPPED_TABLE ?? 'mapped', {
  name: 'user',
  indexes: { byMail: { index: 'gsi1', field: 'mail' }, byTeam: { index: 'gsi2', field: 'team' } },
})
const audits = entity(() => 'audits', { name: 'audit', indexes: {} })

export const app = calix(
  {},
  routes(
    route(get('/users/:id'), async ({ params }) => {
      const { Item } = await users.get(params.id).go()
      return Item ?? new NotFoundError(params.id)
    }),
    route(
      get('/users'),
      async ({ query: { mail = 'a' } }) => (await users.query.byMail(mail).limit(1).go()).Items ?? [],
    ),
    route(
      get('/teams/:team'),
      async ({ params }) => (await users.query['byTeam'](params.team).go()).Items ?? [],
    ),
    route(post('/users'), async ({ body }) => {
      await users.put(body).where('attribute_not_exists(pk)').go()
      await audits.put({ what: 'user' }).go()
      return null
    }),
    route(put('/users/:id'), async ({ params }) => {
      await users.transaction((t) => [t.put({ id: params.id }), t.check(params.id)])
      return null
    }),
  ),
)
