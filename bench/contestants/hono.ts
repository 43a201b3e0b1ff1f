import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'

const CITIES: Readonly<Record<string, string>> = { seattle: 'WA', portland: 'OR' }

const message = (city: string) => `Unknown city '${city}', valid choices are: seattle, portland`
const refusal = (code: string, message: string) => ({ Code: code, Message: `${code}: ${message}` })

const app = new Hono()
  .use(cors())
  .use(compress())
  .get('/', (c) => c.json({ hello: 'world' }))
  .get('/cities/:city', (c) => {
    const city = c.req.param('city')
    const state = CITIES[city]
    return state === undefined ? c.json(refusal('BadRequestError', message(city)), 400) : c.json({ state })
  })
  .get('/strict/:city', (c) => {
    const city = c.req.param('city')
    const state = CITIES[city]
    if (state === undefined) throw new HTTPException(400, { message: message(city) })
    return c.json({ state })
  })
  .post('/users', async (c) => {
    const { name } = await c.req.json<{ name: string }>()
    return c.json({ id: 42, name }, 201)
  })
  .notFound((c) => c.json(refusal('NotFoundError', `No route for ${c.req.method} ${c.req.path}`), 404))
  .onError((error, c) =>
    error instanceof HTTPException
      ? c.json(refusal('BadRequestError', error.message), error.status)
      : c.json({ Code: 'InternalServerError', Message: 'An internal server error occurred.' }, 500),
  )

export const handler = handle(app)
