import { calix, get, route } from 'calix'

const report = route(get('/report'), async () => {
  const { buildReport } = await import('./report.ts')
  return buildReport('2026')
})

const other = route(get('/other'), async () => (await import('./other.ts')).default())

const none = route(get('/none'), () => 'nothing')

export const app = calix({}, report, other, none)
