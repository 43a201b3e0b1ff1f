import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** Where Node finds a package from another one's folder. */
const locate = (name: string, from: string): string | undefined => {
  const folder = join(from, 'node_modules', name)
  if (existsSync(join(folder, 'package.json'))) return folder
  return dirname(from) === from ? undefined : locate(name, dirname(from))
}

const dependenciesOf = (folder: string, found = new Set<string>()): ReadonlySet<string> => {
  for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
    const dependency = locate(name, folder)
    if (dependency === undefined || found.has(dependency)) continue
    found.add(dependency)
    dependenciesOf(dependency, found)
  }
  return found
}

const licenceOf = (folder: string, { license = 'no licence stated' }: Manifest): string => {
  const files = globSync('{LICENSE,LICENCE,License,license,LICENSES/*,NOTICE}{,.md,.txt}', { cwd: folder })
  const texts = [...new Set(files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim()))]
  return texts.length === 0 ? `Licence: ${license}` : texts.join('\n\n')
}

/**
 * The licences of all that a package's own bundle may hold: those of its dependencies, however deep. Packages whose texts
 * are equal stand together.
 *
 * @param folder - of the package, absolute
 */
export const carried = (folder: string): string => {
  const packages = [...dependenciesOf(folder)].map((each) => {
    const manifest = manifestOf(each)
    return { name: `${manifest.name} ${manifest.version}`, text: licenceOf(each, manifest) }
  })
  const sections = [...Map.groupBy(packages, ({ text }) => text)].map(
    ([text, all]) => `${all.map(({ name }) => name).join('\n')}\n\n${text}\n`,
  )
  return sections.join(`\n${'-'.repeat(80)}\n\n`)
}
