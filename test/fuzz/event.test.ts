import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subjects } from './app.ts'
import { eventCase, eventOf } from './event.ts'
import { trial } from './oracle.ts'
import { share } from './runs.ts'

const { timeout, ...parameters } = share(40)

test(
  `${parameters.numRuns} events, well-formed and not: every one is answered, in its gateway's language`,
  () =>
    fc.assert(
      fc.asyncProperty(fc.nat(subjects.length - 1), eventCase, async (nth, given) => {
        const subject = subjects[nth]
        if (subject === undefined) return
        const plan = { give: () => ({ well: true }), deeds: [], reads: true }
        expect(await trial(subject, eventOf(given), plan)).toBeUndefined()
      }),
      parameters,
    ),
  timeout,
)
