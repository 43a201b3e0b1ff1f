import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { actionsOf } from './harness/derived.ts'
import { derivedOf, deriving } from './harness/deriving.ts'
import { installation } from './harness/folder.ts'
import { BINARY, FOLLOWED } from './harness/followed.ts'
import { type Files, project } from './harness/project.ts'

// Sources of every kind: what cannot be followed is told with its file and line, and the rest is derived all the same.

const installed = installation()
const { derive, end } = deriving()
afterAll(() => {
  end()
  rmSync(installed, { recursive: true, force: true })
})

const LINKS: ReadonlyArray<readonly [from: string, to: string]> = [
  ['node_modules/loop-a', 'packages/a'],
  ['node_modules/loop-b', 'packages/b'],
  ['packages/a/node_modules', 'node_modules'],
  ['packages/b/node_modules', 'node_modules'],
]

const linked = (folder: string, files: Files): void => {
  if (!('packages/a/package.json' in files)) return
  project(folder, {})
  for (const [from, to] of LINKS) symlinkSync(join(folder, to), join(folder, from), 'junction')
}

describe('a source is followed past', () => {
  it.each(FOLLOWED)('$what', async ({ actions = ['s3:PutObject'], entry = 'app.ts', files, reported }) => {
    const folder = project(installed, { 'node_modules/empty.txt': '', ...files })
    linked(folder, files)
    const { routes, unresolved } = derivedOf(await derive(join(folder, entry), { root: folder }))
    expect([...routes].map(([key, needs]) => [key, actionsOf(needs)])).toEqual([['PUT /x', actions]])
    for (const [file, line, why] of reported ?? [])
      expect(unresolved).toContainEqual(
        expect.objectContaining({ file, line, why: expect.stringMatching(why) }),
      )
    if (reported?.length === 0) expect(unresolved).toEqual([])
  })
})

describe('nothing is derived, and it is said why', () => {
  it.each<{ readonly what: string; readonly files: Files; readonly entry?: string; readonly says: RegExp }>([
    { what: 'of no file', files: {}, says: /app\.ts/ },
    { what: 'of an empty file', files: { 'app.ts': '' }, says: /app\.ts.*app/s },
    { what: 'of comments', files: { 'app.ts': '// nothing\n/* at all */' }, says: /app\.ts.*app/s },
    { what: 'of a module without an app', files: { 'app.ts': 'export const x = 1' }, says: /app\.ts.*app/s },
    {
      what: 'of a syntax error in the entry, with its line',
      files: { 'app.ts': 'import { calix } from "calix"\n\nexport const app = calix({\n' },
      says: /app\.ts:[34]/,
    },
    { what: 'of a folder', files: { 'app.ts/index.ts': 'export {}' }, says: /app\.ts/ },
    { what: 'of JSON', files: { 'app.json': '{}' }, entry: 'app.json', says: /app\.json/ },
    { what: 'of binary data', files: { 'app.ts': BINARY }, says: /app\.ts/ },
  ])('$what', async ({ entry = 'app.ts', files, says }) => {
    const folder = project(installed, files)
    expect(await derive(join(folder, entry), { root: folder })).toMatchObject({
      name: 'PolicyError',
      message: expect.stringMatching(says),
    })
  })
})
