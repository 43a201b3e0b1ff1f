import { calix, del, get, put, route } from 'calix'
import { entities, type Match, type Player } from './entities.ts'
import { queryIndex, UnitOfWork } from './store.ts'

const { match, player } = entities

export const app = calix(
  {},
  route(get('/clubs/:club/players'), ({ params }) =>
    queryIndex<Player, typeof player>(player, 'gsi1', `CLUB#${params.club}`),
  ),
  route(put('/players/:id'), async ({ params, body }) => {
    const written = await new UnitOfWork().put<Player>(player, { id: params.id, club: String(body) }).commit()
    return { written }
  }),
  route(put('/matches/:id'), async ({ params, body }) => {
    const players = body as ReadonlyArray<string>
    const work = new UnitOfWork().put<Match>(match, { id: params.id, players })
    for (const id of players) work.must<Player>(player, { id, club: '' })
    return { written: await work.commit() }
  }),
  route(del('/matches/:id'), ({ params }) =>
    new UnitOfWork().remove<Match>(match, { id: params.id, players: [] }).commit(),
  ),
)
