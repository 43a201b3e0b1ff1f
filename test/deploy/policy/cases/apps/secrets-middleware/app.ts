import { calix, get, route, routes, use } from 'calix'
import { flow, pipe } from 'fp-ts/function'
import { metrics } from './middleware/metrics.ts'
import { currentSettings, withSettings } from './middleware/parameters.ts'
import { payments } from './routes/payments.ts'

const standard = flow(use(withSettings('/shop/settings')), use(metrics('shop')))

const admin = route(get('/settings'), async () => Object.fromEntries((await currentSettings()) ?? []))

export const app = pipe(
  calix(
    { name: 'shop' },
    standard(routes(payments, admin)),
    route(get('/health'), () => 'ok'),
  ),
  use({ before: () => console.debug('asked') }),
)
