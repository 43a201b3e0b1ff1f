import { spawnSync } from 'node:child_process'
import { join, relative, resolve } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The compilers whose users the types are for: the one that builds this package, and the last one of the line before. */
export const COMPILERS = {
  'TypeScript 7': join(root, 'node_modules/typescript/bin/tsc'),
  'TypeScript 5.9': join(root, 'node_modules/typescript-5/bin/tsc'),
}

export interface Diagnostic {
  /** Relative to this folder. */
  readonly file: string
  readonly line: number
  /** The message and the reasons that follow it. */
  readonly text: string
}

/** What a compiler says of a project. */
export const check = (tsc: string, ...args: ReadonlyArray<string>): ReadonlyArray<Diagnostic> => {
  const { stdout, stderr, error } = spawnSync(process.execPath, [tsc, '--pretty', 'false', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  if (error !== undefined || stderr !== '') throw new Error(`${tsc} did not run: ${stderr}`, { cause: error })
  const diagnostics: Array<{ file: string; line: number; text: string }> = []
  for (const line of stdout.split(/\r?\n/)) {
    const [, file, at, text] = /^(\S.*?)\((\d+),\d+\): (error .*)$/.exec(line) ?? []
    if (file !== undefined && text !== undefined)
      diagnostics.push({
        file: relative(import.meta.dirname, resolve(root, file)).replaceAll('\\', '/'),
        line: Number(at),
        text,
      })
    else if (diagnostics.length > 0)
      Object.assign(diagnostics.at(-1) ?? {}, { text: `${diagnostics.at(-1)?.text}\n${line}` })
    else if (line !== '') diagnostics.push({ file: '', line: 0, text: line })
  }
  return diagnostics
}
