import { post, route } from 'calix'
import place from './place.ts'

export const orderRoutes = { place: route(post('/'), place) }
