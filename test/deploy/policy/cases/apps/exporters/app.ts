import { calix, post, route } from 'calix'
import { exportAs } from './registry.ts'

const daily = { title: 'daily', rows: [['a', 'b']] }

export const app = calix(
  {},
  route(post('/exports/:format'), ({ params }) => exportAs(params.format, daily)),
  route(post('/daily/mail'), () => exportAs('mail', daily)),
  route(post('/daily/sheet'), () => exportAs('excel', daily)),
)
