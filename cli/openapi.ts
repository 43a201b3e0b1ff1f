import { dirname } from 'node:path'
import { describedProject } from '../local/documentation/project.ts'
import { readWritten } from '../local/documentation/written.ts'
import { entryName, locateEntry } from '../local/entry.ts'
import { LocalError } from '../local/runtime.ts'
import { type Flag, readFlags, UsageError } from './flags.ts'

/** The flags of `calix openapi`. */
export const OPENAPI_FLAGS: Readonly<Record<string, Flag>> = {
  yaml: { kind: 'switch', about: 'print YAML instead of JSON' },
  title: { kind: 'value', about: "what the API is called (default the app's name)" },
  version: { kind: 'value', about: "the API's version (default that of the nearest package.json)" },
}

const printed = async (document: unknown, asYaml: boolean): Promise<string> => {
  if (!asYaml) return JSON.stringify(document, undefined, 2)
  const { stringify } = await import('yaml')
  return stringify(document, { lineWidth: 0 }).trimEnd()
}

/**
 * `calix openapi [entry]`: prints the OpenAPI document of an app, from its routes alone.
 *
 * @throws LocalError when the entry does not load, or with a line for each thing that cannot be documented
 * @throws UsageError when a flag is not as it must be
 */
export const openapi = async (args: ReadonlyArray<string>): Promise<void> => {
  const { switches, values, words } = readFlags(args, OPENAPI_FLAGS)
  const [named = '', another] = words
  if (another !== undefined) throw new UsageError(`One entry at a time: '${another}' is one too many.`)
  const entry = locateEntry(named, 'openapi')
  const { liveCode } = await import('../local/reload.ts')
  const report = (text: string): void => console.error(text)
  const code = await liveCode(
    entry,
    { name: entryName(entry), stage: 'dev' },
    { gateway: 30_000, function: 60_000 },
    false,
    { restarting: () => {}, failed: report, report },
  )
  const outcome = await code.current().document({ ...describedProject(dirname(entry)), ...values })
  await code.close()
  const written = readWritten(outcome)
  if (written.tag === 'Mistakes') throw new LocalError(written.mistakes.join('\n'))
  console.log(await printed(written.document, switches.yaml === true))
}
