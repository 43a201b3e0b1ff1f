import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMPILERS, check } from './compiler.ts'

// Each file of the folder has one mistake, and says in its first line what the compiler has to say about it.

const folder = join(import.meta.dirname, 'refused')
const files = globSync('*.ts', { cwd: folder }).sort()

const expected = (file: string): string => {
  const [first = ''] = readFileSync(join(folder, file), 'utf8').split('\n')
  const [, text] = /^\/\/ expect: (.+)$/.exec(first) ?? []
  if (text === undefined) throw new Error(`${file} has no '// expect: …' in its first line`)
  return text
}

it('there are mistakes to refuse', () => {
  expect(files.length).toBeGreaterThan(40)
})

describe.each(Object.entries(COMPILERS))('%s', (_name, tsc) => {
  const diagnostics = check(tsc, '-p', folder)

  it.each(files)('refuses %s, with that one error', (file) => {
    const found = diagnostics.filter((each) => each.file === `refused/${file}`)
    expect(found.map(({ text }) => text)).toEqual([expect.stringContaining(expected(file))])
  })

  it('refuses nothing else', () => {
    expect(diagnostics.filter(({ file }) => !file.startsWith('refused/'))).toEqual([])
  })
})
