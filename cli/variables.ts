import { readFileSync, statSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { UsageError } from './flags.ts'

/** Variables of an environment, by name. */
export type Variables = Readonly<Record<string, string>>

const readVariables = (file: string): Variables => {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new UsageError(`--env-from: there is no ${file}.`)
  if (!found.isFile()) throw new UsageError(`--env-from: ${file} is no file.`)
  return Object.fromEntries(
    Object.entries(parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  )
}

const readAssignment = (assignment: string): readonly [name: string, value: string] => {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(assignment) ?? []
  if (name === undefined || value === undefined)
    throw new UsageError(`--env takes a variable as NAME=value, not '${assignment}'.`)
  return [name, value]
}

/**
 * The variables that a command line tells: those of a file of lines `NAME=value`, and in their place the ones that are
 * named one by one, the last of a name.
 *
 * @throws UsageError when the file is not there, or something is no `NAME=value`
 */
export const toldVariables = (assignments: ReadonlyArray<string>, file: string | undefined): Variables => ({
  ...(file === undefined ? {} : readVariables(file)),
  ...Object.fromEntries(assignments.map(readAssignment)),
})
