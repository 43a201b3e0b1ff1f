import { get, route } from 'calix'

export const hello = route(get('/'), () => ({ hello: 'world' }))
