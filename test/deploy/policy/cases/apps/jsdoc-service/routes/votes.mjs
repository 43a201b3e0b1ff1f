import { get, post, route } from 'calix'
import { container } from '../container.mjs'

async function vote({ params, body }) {
  const { counter } = container()
  await counter.increment(params.id, String(body))
  return null
}

const tally = async ({ params: { id } }) => {
  const { counter } = container()
  const tally = {}
  for await (const [option, count] of counter.entries(id)) tally[option] = count
  return tally
}

export default [route(post('/polls/:id/votes'), vote), route(get('/polls/:id/votes'), tally)]
