import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

const repository = join(import.meta.dirname, '../../..')

/** A folder with a `sst.config.ts`, for the length of some tests. */
export interface SstProject {
  readonly root: string
  readonly write: (file: string, text: string) => void
  readonly remove: () => void
}

/** Why nothing can be planned here, or undefined: no platform has been laid in the repository. */
export const missingPlatform = (): string | undefined =>
  existsSync(join(repository, '.sst/platform/node_modules/@pulumi/pulumi'))
    ? undefined
    : "there is no platform in .sst/platform: run 'node scripts/platform.mjs'"

/** Gives a project the repository's platform. What the CLI writes beside it stays in the project. */
export const linkPlatform = (project: string): void => {
  const missing = missingPlatform()
  if (missing !== undefined) throw new Error(missing)
  const state = join(project, '.sst')
  mkdirSync(state, { recursive: true })
  if (!existsSync(join(state, 'platform')))
    symlinkSync(join(repository, '.sst/platform'), join(state, 'platform'), 'junction')
  // Without it the CLI installs the providers again, into the platform that is shared.
  cpSync(join(repository, '.sst/provider-lock.json'), join(state, 'provider-lock.json'))
}

// Packages by name; a scope is a folder of its own, so that a test can add to it.
const packagesIn = (modules: string): ReadonlyArray<string> =>
  readdirSync(modules).flatMap((name) =>
    name.startsWith('.')
      ? []
      : name.startsWith('@')
        ? readdirSync(join(modules, name)).map((scoped) => join(name, scoped))
        : [name],
  )

/** Gives a project what the repository has installed, and calix itself. */
export const linkModules = (project: string): void => {
  const [from, to] = [join(repository, 'node_modules'), join(project, 'node_modules')]
  for (const name of packagesIn(from)) {
    mkdirSync(dirname(join(to, name)), { recursive: true })
    if (!existsSync(join(to, name))) symlinkSync(join(from, name), join(to, name), 'junction')
  }
  if (!existsSync(join(to, 'calix'))) symlinkSync(repository, join(to, 'calix'), 'junction')
}

// What is linked, laid anew, or no part of a project.
const NOT_COPIED = new Set(['node_modules', '.sst', '.git', '.calix'])

/** A project of these files, or a copy of a folder, with platform and packages, outside the repository. */
export const sstProject = (source: Readonly<Record<string, string>> | string): SstProject => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'calix-sst-')))
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  if (typeof source === 'string') {
    cpSync(source, root, { recursive: true, filter: (from) => !NOT_COPIED.has(basename(from)) })
  } else {
    for (const [file, text] of Object.entries(source)) write(file, text)
  }
  if (!existsSync(join(root, 'package.json'))) {
    write('package.json', '{"name":"project","private":true,"type":"module"}')
  }
  linkPlatform(root)
  linkModules(root)
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) }
}
