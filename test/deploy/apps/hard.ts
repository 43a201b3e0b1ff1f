import { any, authorize, calix, custom, get, lambda, options, post, put, route, use } from 'calix'
import { cors } from 'calix/middleware'

const door = (name: string) =>
  authorize(custom({ arn: `arn:aws:lambda:eu-central-1:123456789012:function:${name}`, name }))

const answer = () => 'yes'

/** Paths of which a gateway and an app could think differently, before three doors. */
export const app = calix(
  { name: 'hard' },
  route(get('/:city'), answer),
  route(door('city')(post('/:town')), answer),
  route(door('all')(get('/*all')), answer),

  // One place, several names of its parameter; and one name twice on a way down.
  route(get('/a/:id'), answer),
  route(door('name')(get('/a/:name/b')), answer),
  route(door('name')(get('/a/:name/b/:id')), answer),
  // A parameter and a rest in one place.
  route(door('rest')(get('/a/*rest')), answer),
  // Less specific routes that have the method which more specific ones have not.
  route(post('/a/:id/d'), answer),
  route(door('less')(put('/:first/e')), answer),
  // A literal that is open beside everything that is not.
  route(any('/health'), answer),
  route(get('/status'), answer),

  // Preflights stay open, and an OPTIONS route of one's own does not.
  use(cors({ allowOrigin: 'https://web.example.com' }))(route(door('cors')(any('/with-cors')), answer)),
  route(door('plain')(any('/without-cors')), answer),
  route(door('own')(options('/own')), answer),
  route(options('/open-options'), answer),
)

export const handler = lambda(app)
