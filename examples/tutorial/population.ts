import { get, route } from 'calix'

const census = (city: string): number => {
  throw new Error(`The census of ${city} is lost`)
}

export const population = route(get('/cities/:city/population'), ({ params }) => ({
  population: census(params.city),
}))
