import { get, route } from 'calix'
import { read } from './read.ts'

export const daily = route(get('/reports/daily'), () => read('daily'))
export const weekly = route(get('/reports/weekly'), () => read('weekly'))
