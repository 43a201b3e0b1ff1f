import { calix, del, post, route } from 'calix'
import { alarm } from './alarm.ts'
import { Importer } from './importer.ts'
import { Lease } from './lock.ts'

export const app = calix(
  {},
  route(post('/imports/:key'), async ({ params }) => {
    await using _lease = await Lease.of(`import-${params.key}`)
    const importer = new Importer()
    const [[count]] = await Promise.all([importer.done(), importer.start(params.key)])
    return { count: Number(count) }
  }),
  route(del('/imports/:key'), async ({ params }) => {
    const lease = await Lease.of(`import-${params.key}`)
    lease.onLost(alarm)
    lease.lose()
    return null
  }),
)
