import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { COMPILERS, check } from './compiler.ts'

const project = join(import.meta.dirname, 'accepted')
const output = mkdtempSync(join(tmpdir(), 'calix-accepted-'))

afterAll(() => rmSync(output, { recursive: true, force: true }))

const emit = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly']

/** The type of an exported constant as a compiler prints it, on one line and without the files that its names are from. */
const printed = (declarations: string, file: string, name: string): string | undefined => {
  const declared = readFileSync(join(declarations, `test/types/accepted/${file}.d.ts`), 'utf8')
  const [type] =
    new RegExp(String.raw`(?<=\b${name}: ).*?;(?=\s*$|\n\/\*\*|\nexport|\ndeclare|\n\/\/)`, 's').exec(declared) ?? []
  return type?.replace(/import\("[^"]*"\)\./g, '').replace(/\s+/g, ' ')
}

describe.each(Object.entries(COMPILERS))('%s', (name, tsc) => {
  const outDir = join(output, name.replaceAll(' ', '-'))

  it('accepts what has to compile, and infers what it claims', () => {
    expect(check(tsc, '-p', project, ...emit, '--outDir', outDir)).toEqual([])
  })

  it('prints the type of a route so that a person can read it', () => {
    expect(printed(outDir, 'outcomes', 'stateOfCity')).toBe('')
  })
})
