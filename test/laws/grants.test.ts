import { calix, type Grants, get, grants, route, routes } from 'calix'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const arn = fc.constantFrom('*', 'arn:aws:s3:::photos/*', 'arn:aws:sqs:eu-central-1:123456789012:orders')
const name = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,9}$/), fc.stringMatching(/^[A-Z][A-Za-z]{0,9}$/))
  .map(([service, action]): `${string}:${string}` => `${service}:${action}`)
const anyGrants: fc.Arbitrary<Grants> = fc.dictionary(name, fc.oneof(arn, fc.array(arn)))

const values: ReadonlyArray<unknown> = [
  () => 'a function',
  async () => 'another',
  route(get('/'), () => 'a route'),
  routes(
    route(get('/a'), () => 'a'),
    route(get('/b'), () => 'b'),
  ),
  calix(
    {},
    route(get('/'), () => 'an app'),
  ),
  { a: 'record' },
  undefined,
  null,
  Number.NaN,
]

test('grants gives back the very thing that it is given, and does nothing to it', () => {
  fc.assert(
    fc.property(anyGrants, fc.oneof(fc.constantFrom(...values), fc.anything()), (granted, value) => {
      expect(grants(granted)(value)).toBe(value)
    }),
  )
})

test('what it says is not changed, so it may be said of many', () => {
  const granted: Grants = Object.freeze({ 's3:GetObject': Object.freeze(['arn:aws:s3:::photos/*']) })
  const reading = grants(granted)
  const [one, other] = [() => 1, () => 2]
  expect([reading(one), reading(other)]).toEqual([one, other])
  expect(granted).toEqual({ 's3:GetObject': ['arn:aws:s3:::photos/*'] })
})
