import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { deriving } from './harness/deriving.ts'
import { casesOf, entryOf, installation, topics } from './harness/folder.ts'
import { project } from './harness/project.ts'

// The apps of the suite with a piece cut out, doubled or moved: whatever is left of a source is derived, or refused.

const installed = installation()
const { derive, end } = deriving()
afterAll(() => {
  end()
  rmSync(installed, { recursive: true, force: true })
})

const cases = (await Promise.all(topics().map(casesOf))).flat()

const DAMAGES: Readonly<Record<string, (before: string, piece: string, after: string) => string>> = {
  cut: (before, _, after) => before + after,
  doubled: (before, piece, after) => before + piece + piece + after,
  moved: (before, piece, after) => before + after + piece,
  emptied: (before, piece, after) => `${before}${piece.replaceAll(/\w/g, '_')}${after}`,
}

it('a damaged source is derived as far as it goes, or refused with a reason', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...cases),
      fc.constantFrom(...Object.keys(DAMAGES)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(60),
      async ({ definition, source }, damage, place, length) => {
        const entry = entryOf(source, definition)
        const text = readFileSync(entry, 'utf8')
        const at = Math.floor(place * text.length)
        const damaged = DAMAGES[damage]?.(
          text.slice(0, at),
          text.slice(at, at + length),
          text.slice(at + length),
        )
        const folder = project(installed, { 'app.ts': damaged ?? '' })
        const answer = await derive(join(folder, 'app.ts'), { root: dirname(folder) })
        if (!('message' in answer)) return
        expect(answer.name, answer.stack).toBe('PolicyError')
        expect(answer.message).toContain('app.ts')
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
  )
}, 120_000)
