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
    new RegExp(String.raw`(?<=const ${name}: ).*?;(?=\s*$|\n\/\*\*|\nexport|\ndeclare|\n\/\/)`, 's').exec(
      declared,
    ) ?? []
  return type?.replace(/import\("[^"]*"\)\./g, '').replace(/\s+/g, ' ')
}

describe.each(Object.entries(COMPILERS))('%s', (name, tsc) => {
  const outDir = join(output, name.replaceAll(' ', '-'))

  it('accepts what has to compile, and infers what it claims', () => {
    expect(check(tsc, '-p', project, ...emit, '--outDir', outDir)).toEqual([])
  })

  it('prints the type of a route so that a person can read it', () => {
    expect(printed(outDir, 'outcomes', 'stateOfCity')).toBe(
      'Routes<Entry<"GET /cities/:city", object, E.Either<NotFoundError, { state: string; }>, never, never>>;',
    )
  })

  it('prints the type of a route with a contract', () => {
    const user = 't.TypeC<{ name: t.StringC; born: WireCodec<Date, string | Date>; }>'
    const contract = `{ readonly body: ${user}; readonly returns: ${user}; readonly errors: readonly [typeof NotFoundError]; }`
    const outcome = 'E.Left<NotFoundError> | E.Right<{ name: string; born: Date; }>'
    expect(printed(outDir, 'returned', 'update')).toBe(
      `Routes<Entry<"PUT /users/:id", ${contract}, ${outcome}, never, never>>;`,
    )
  })

  it('prints what a route still needs, and the errors of what is around it', () => {
    expect(printed(outDir, 'needs', 'inFound')).toBe(
      'Routes<Entry<"GET /account", object, string, NotFoundError, { db: Database; user: User; }>>;',
    )
  })

  it('prints the type of a call and of what arrives', () => {
    // The compilers order unions in their own ways.
    const errors = ['ClientError', 'RouteError<404, string>', 'RouteError<number & {}, string>']
    const call = printed(outDir, 'client', 'state') ?? ''
    const [, union = '', arrives] = /^\(\) => ClientTask<(.*), (\{ state: string; \})>;$/.exec(call) ?? []
    expect(union.split(' | ').sort()).toEqual(errors)
    expect(arrives).toBe('{ state: string; }')
  })
})
