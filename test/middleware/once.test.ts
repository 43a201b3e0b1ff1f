import {
  calix,
  get,
  type InlineMiddleware,
  patch,
  post,
  put,
  type Routes,
  response,
  route,
  routes,
  use,
} from 'calix'
import { cors, errors, form, json } from 'calix/middleware'
import { client, gateways } from 'calix/testing'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, it } from 'vitest'

const index = route(get('/'), () => 'hi')

/** A middleware that writes down where it has been. */
const seen = (trace: Array<string>, name: string, hooks: InlineMiddleware = {}): InlineMiddleware => ({
  before: (request) => {
    trace.push(`${name} in`)
    return hooks.before?.(request)
  },
  after: (request) => {
    trace.push(`${name} out`)
    return hooks.after?.(request)
  },
})

const boom = (): never => {
  throw new Error('boom')
}

const traced = async (wrap: (trace: Array<string>) => Routes) => {
  const trace: Array<string> = []
  const { status } = await client(calix({ log: () => {} }, wrap(trace))).get('/')
  return { status, trace }
}

describe('where an after fails', () => {
  it('those inside have seen the answer, and do not see the next one', async () => {
    const { status, trace } = await traced((to) => use(seen(to, 'inner'), { after: boom })(index))
    expect({ status, trace }).toEqual({ status: 500, trace: ['inner in', 'inner out'] })
  })

  it('those outside see the one that takes its place', async () => {
    const { trace } = await traced((to) => use({ after: boom }, seen(to, 'outer'))(index))
    expect(trace).toEqual(['outer in', 'outer out'])
  })

  it('those that the request has not reached stay out of it', async () => {
    const early = { before: () => response('early') }
    const { status, trace } = await traced((to) => use(seen(to, 'inner'), early, { after: boom })(index))
    expect({ status, trace }).toEqual({ status: 500, trace: [] })
  })
})

describe('the answer to a method that a path has not', () => {
  const plain = route(post('/'), () => 1)
  const open = pipe(
    route(put('/'), () => 1),
    use(cors({ allowOrigin: 'https://a.example' })),
  )
  const headers = { origin: 'https://a.example', 'access-control-request-method': 'PATCH' }

  it.each([
    ['first', calix({}, plain, open)],
    ['last', calix({}, open, plain)],
  ])('has the headers of CORS with the route that has cors declared %s', async (_where, app) => {
    const refused = await client(app).patch('/', { headers })
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([
      405,
      'https://a.example',
    ])
    const asked = await client(app).options('/', { headers })
    expect([asked.status, asked.headers['access-control-allow-origin']]).toEqual([204, 'https://a.example'])
  })

  it('names the methods in the order of declaration, whichever path they are of', async () => {
    const app = calix(
      {},
      route(get('/a/:x'), () => 1),
      route(post('/a/b'), () => 1),
      route(put('/a/:x'), () => 1),
    )
    expect((await client(app).patch('/a/b')).headers.allow).toBe('GET, HEAD, POST, PUT, OPTIONS')
  })
})

describe('middleware among the defaults', () => {
  for (const gateway of gateways)
    it(`sees lower-case names, and an event of its own (${gateway.name})`, async () => {
      const marks: InlineMiddleware = {
        before: ({ event }) => {
          event.headers.marked = event.headers['x-a'] ?? 'nothing'
        },
      }
      const app = calix(
        { defaults: [errors(), json(), form(), marks] },
        route(patch('/'), ({ headers }) => headers.marked),
      )
      const answer = await client(app, { gateway }).patch('/', { headers: { 'X-A': '1' } })
      expect(answer.text).toBe('1')
      expect(JSON.stringify(answer.event)).not.toContain('marked')
    })
})

it('middleware of calix and one written on the spot go into one use', async () => {
  const stamp = use(cors(), {
    after: ({ response: answer }) => {
      answer.headers['x-stamp'] = '1'
    },
  })
  const { headers } = await client(calix({}, stamp(routes(index)))).get('/')
  expect([headers['x-stamp'], headers['access-control-allow-origin']]).toEqual(['1', '*'])
})
