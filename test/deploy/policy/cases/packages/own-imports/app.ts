// @ts-nocheck The case has a package.json of its own, so its calix is that of the installation.
import { calix, get, route } from 'calix'
import { rate } from '#rates'
import { convert } from './convert.js'

export const app = calix(
  {},
  route(get('/rates/:day'), ({ params }) => rate(params.day)),
  route(get('/convert/:sum'), ({ params }) => convert(params.sum)),
)
