import { events, repo as r } from '../aws/index.ts'

export default async function (id: string) {
  await r.store(id)
  await events.created(id)
  return { id }
}
