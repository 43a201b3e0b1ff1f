import { get, route } from 'calix'

export const introspect = route(get('/introspect'), (request) => request)
