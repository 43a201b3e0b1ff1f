import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { COMPILERS, check } from './compiler.ts'

const project = join(import.meta.dirname, 'tsconfig.accepted.json')
const output = mkdtempSync(join(tmpdir(), 'calix-accepted-'))

afterAll(() => rmSync(output, { recursive: true, force: true }))

const emit = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly']

describe.each(Object.entries(COMPILERS))('%s', (name, tsc) => {
  const outDir = join(output, name.replaceAll(' ', '-'))

  it('accepts what has to compile, and infers what it claims', () => {
    expect(check(tsc, '-p', project, ...emit, '--outDir', outDir)).toEqual([])
  })

  it('prints the type of a route so that a person can read it', () => {
    const declared = readFileSync(join(outDir, 'test/types/accepted.d.ts'), 'utf8')
    const [printed] = /(?<=stateOfCity: ).*?;(?=\n\/\*\*|\nexport|\ndeclare|\n\/\/)/s.exec(declared) ?? []
    expect(printed?.replace(/import\("[^"]*"\)\./g, '').replace(/\s+/g, ' ')).toBe(
      'Routes<{ readonly "GET /cities/:city": Entry<Params<"/cities/:city">, { state: string; }, NotFoundError>; }, unknown>;',
    )
  })
})
