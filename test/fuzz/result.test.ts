import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deedNames, subjects } from './app.ts'
import { eventCase, eventOf } from './event.ts'
import { trial } from './oracle.ts'
import { give, recipe } from './result.ts'
import { share } from './runs.ts'

const { timeout, ...parameters } = share(40)

test(
  `${parameters.numRuns} results of handlers and hooks, sent and unsendable: every one becomes an answer`,
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat(subjects.length - 1),
        eventCase,
        recipe,
        deedNames,
        fc.boolean(),
        async (nth, given, made, deeds, reads) => {
          const subject = subjects[nth]
          if (subject === undefined) return
          const plan = { give: () => give(made), deeds, reads }
          expect(await trial(subject, eventOf(given), plan)).toBeUndefined()
        },
      ),
      parameters,
    ),
  timeout,
)

const { timeout: valuesTimeout, ...values } = share(10)

test(
  `${values.numRuns} values of any kind: every one becomes an answer`,
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withTypedArray: true,
        }),
        eventCase,
        async (value, given) => {
          const subject = subjects[0]
          if (subject === undefined) return
          const plan = { give: () => value, deeds: [], reads: false }
          expect(await trial(subject, eventOf({ ...given, mutations: [] }), plan)).toBeUndefined()
        },
      ),
      values,
    ),
  valuesTimeout,
)
