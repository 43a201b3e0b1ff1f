import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Case } from './case.ts'

const repository = join(import.meta.dirname, '../../../..')
const cases = join(import.meta.dirname, '../cases')

/** The topics of the suite, each a folder of cases. */
export const topics = (): ReadonlyArray<string> =>
  readdirSync(cases, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name)
    .sort()

/** A case and where it lies. */
export interface PlacedCase {
  /** `clients/in-a-class` */
  readonly name: string
  /** The folder of the case as it is written. */
  readonly source: string
  readonly definition: Case
}

/** The cases of a topic, by name. */
export const casesOf = async (topic: string): Promise<ReadonlyArray<PlacedCase>> => {
  const found = globSync(`${topic}/*/case.ts`, { cwd: cases }).map((file) =>
    dirname(file).replaceAll('\\', '/'),
  )
  return Promise.all(
    found.sort().map(async (name) => {
      const source = join(cases, name)
      const { default: definition }: { default: Case } = await import(join(source, 'case.ts'))
      return { name, source, definition }
    }),
  )
}

/** A folder with the packages of the repository, calix among them, as an installation would have left it. */
export const installation = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'calix-policy-'))
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(repository, 'node_modules')))
    if (!name.startsWith('.'))
      symlinkSync(join(repository, 'node_modules', name), join(modules, name), 'junction')
  if (!existsSync(join(modules, 'calix'))) symlinkSync(repository, join(modules, 'calix'), 'junction')
  return folder
}

/** Where the app of a case is to be read: as it is written, or in an installation, when it has packages of its own. */
export const placeOf = (
  { name, source, definition }: PlacedCase,
  installed: string,
  reader: 'derived' | 'run',
): string => {
  const { installed: others = {}, packages = {} } = definition
  if (definition.installed === undefined && definition.packages === undefined) return source
  const folder = join(installed, `${reader}-${name}`)
  cpSync(source, folder, { recursive: true })
  for (const [specifier, at] of Object.entries(packages)) {
    const link = join(folder, 'node_modules', specifier)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(folder, at), link, 'junction')
  }
  for (const [specifier, at] of Object.entries(others))
    cpSync(join(folder, at), join(folder, 'node_modules', specifier), { recursive: true })
  return folder
}

/** The module of a case's app. */
export const entryOf = (folder: string, { entry = 'app.ts' }: Case): string => join(folder, entry)
