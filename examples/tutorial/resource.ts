import { put, route } from 'calix'

export const resource = route(put('/resource/:value'), ({ params }) => params)
