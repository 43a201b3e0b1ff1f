import { calix, get, response, route, use } from 'calix'
import { compress } from 'calix/middleware'
import { expect } from 'vitest'
import { pipe } from '#fp/function'
import { type Case, type Expected, type Log, matrix, unexpected } from './case.ts'
import { type DoorName, gatewayDoors } from './doors.ts'

const BALANCERS: ReadonlyArray<DoorName> = ['alb', 'alb-multi']
const BECAUSE = 'a load balancer takes 1 MB'

const bodies: Readonly<Record<string, () => unknown>> = {
  half: () => 'a'.repeat(500_000),
  some: () => 'a'.repeat(1_100_000),
  most: () => 'a'.repeat(6_200_000),
  more: () => 'a'.repeat(6_300_000),
  // A control character is six bytes of JSON.
  escapes: () => '\u0001'.repeat(1_100_000),
  wide: () => 'λ'.repeat(3_200_000),
  bytes: () => new Uint8Array(4_800_000),
  json: () => ({ text: '"'.repeat(1_600_000) }),
  headers: () =>
    response('a'.repeat(6_200_000), {
      headers: Object.fromEntries(Array.from({ length: 20 }, (_, nth) => [`x-${nth}`, 'b'.repeat(8000)])),
    }),
}

const appOf = (log: Log) =>
  calix(
    { log },
    route(get('/bodies/:name'), ({ params }) => bodies[params.name]?.()),
    pipe(
      route(get('/compressed'), () => ({ text: 'a'.repeat(7_000_000) })),
      use(compress({ encodings: ['gzip'] })),
    ),
  )

const carried = (length: number): Expected => ({
  status: 200,
  holds: ({ bytes }) => expect(bytes.length).toBe(length),
})

const refused = (limit: string, taker: string): Expected =>
  unexpected(
    expect.objectContaining({
      name: 'RangeError',
      message: expect.stringMatching(`more than the ${limit} that ${taker} takes`),
    }),
  )

const byLambda = refused('6291556', 'Lambda')
const byBalancer = refused('1048576', 'a load balancer')

const sized = (name: string, body: string, expected: Expected, balancer: Expected): Case => ({
  name,
  request: { target: `/bodies/${body}` },
  expected,
  differs: [{ doors: BALANCERS, because: BECAUSE, expected: balancer }],
})

const cases: ReadonlyArray<Case> = [
  { name: 'half a megabyte', request: { target: '/bodies/half' }, expected: carried(500_000) },
  sized('a little more than a megabyte', 'some', carried(1_100_000), byBalancer),
  sized('a little less than six megabytes', 'most', carried(6_200_000), byBalancer),
  sized('more than six megabytes', 'more', byLambda, byBalancer),
  sized('a body that grows as JSON', 'escapes', byLambda, byBalancer),
  sized('a body of few characters and many bytes', 'wide', byLambda, byBalancer),
  sized('bytes that grow as base64', 'bytes', byLambda, byBalancer),
  sized('JSON that is escaped twice', 'json', byLambda, byBalancer),
  sized('headers count too', 'headers', byLambda, byBalancer),
  {
    name: 'seven megabytes that are compressed',
    request: { target: '/compressed', headers: [['accept-encoding', 'gzip']] },
    expected: { status: 200, headers: { 'content-encoding': 'gzip' } },
  },
  {
    name: 'HEAD of more than six megabytes',
    request: { method: 'HEAD', target: '/bodies/more' },
    expected: { status: 200, text: '' },
  },
]

// The limit is Lambda's own: a local server takes what a function returns, and warns.
matrix('limits', appOf, cases, gatewayDoors)
