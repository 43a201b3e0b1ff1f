import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of a user's own, for the length of one test. */
export interface Project {
  readonly root: string
  readonly path: (file: string) => string
  readonly write: (file: string, text: string) => void
  /** As editors do that never leave a half-written file: another one beside it, then a rename. */
  readonly save: (file: string, text: string) => void
}

const repository = join(import.meta.dirname, '../../..')

/** A folder with these files; what they import of calix and fp-ts is installed there. */
export const project = (files: Readonly<Record<string, string>>): Project => {
  const root = mkdtempSync(join(tmpdir(), 'calix-test-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const path = (file: string): string => join(root, file)
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(path(file)), { recursive: true })
    writeFileSync(path(file), text)
  }
  // A package of its own, whatever lies in the folders above.
  write('package.json', '{"name":"project","private":true,"type":"module"}')
  for (const [file, text] of Object.entries(files)) write(file, text)
  if (Object.values(files).some((text) => text.includes("from 'calix'"))) {
    const modules = join(root, 'node_modules')
    mkdirSync(modules)
    symlinkSync(repository, join(modules, 'calix'))
    symlinkSync(join(repository, 'node_modules/fp-ts'), join(modules, 'fp-ts'))
  }
  return {
    root,
    path,
    write,
    save: (file, text) => {
      write(`${file}.tmp~`, text)
      renameSync(path(`${file}.tmp~`), path(file))
    },
  }
}

/** A handler that answers every request with one text. */
export const saying = (text: string): string => `
  export const handler = async (event: { path: string }) => ({ statusCode: 200, body: ${JSON.stringify(text)} })
`
