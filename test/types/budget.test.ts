import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Consumer, consumer } from './cost.ts'
import type { Shape } from './many-routes.ts'

// What one more route of an app of 100 to 200 costs TypeScript 7, in type instantiations, with what is made of it
// afterwards: the app, its groups, its client. Counts, since they are the same on every machine; `node bench/types.ts`
// prints the seconds too.

const MOST: ReadonlyArray<Shape & { readonly most: number }> = [
  // The budget: 100.
  { routes: 'flat', codecs: 'shared', calls: false, most: 98 },
  // With a codec that io-ts makes for each, which costs 73 where it is alone.
  { routes: 'flat', codecs: 'own', calls: false, most: 114 },
  { routes: 'grouped', codecs: 'shared', calls: false, most: 158 },
  { routes: 'grouped', codecs: 'own', calls: false, most: 175 },
  // A call looks through its verb's routes once, so what it costs grows with them.
  { routes: 'flat', codecs: 'shared', calls: true, most: 720 },
  { routes: 'grouped', codecs: 'own', calls: true, most: 956 },
]

let project: Consumer
beforeAll(() => {
  project = consumer()
})
afterAll(() => project?.end())

describe.each(MOST)(
  '$routes routes, $codecs codecs, a client that calls them: $calls',
  ({ most, ...shape }) => {
    it(`a route more costs at most ${most} instantiations`, () => {
      expect(project.perRoute('TypeScript 7', shape)).toBeLessThanOrEqual(most)
    })

    it('TypeScript 5.9 accepts the app as well', () => {
      expect(project.check('TypeScript 5.9', 5, shape).instantiations).toBeGreaterThan(0)
    })
  },
)

it('an app whose call lacks a parameter is refused, so the others were looked at', () => {
  const shape: Shape = { routes: 'flat', codecs: 'own', calls: true }
  expect(() => project.check('TypeScript 7', 1, { ...shape, withoutParams: true })).toThrow(
    "Property 'id' is missing in type '{}'",
  )
})
