import { statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { LocalError } from './runtime.ts'

/** Where an app is looked for when none is named, in this order. */
const ENTRIES = ['app', 'src/app', 'index', 'src/index', 'handler', 'src/handler'].flatMap((name) =>
  ['.ts', '.mts', '.js', '.mjs'].map((extension) => name + extension),
)

const kind = (path: string): 'file' | 'folder' | 'absent' => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 'absent'
  return found.isDirectory() ? 'folder' : 'file'
}

/**
 * The absolute path of the entry.
 * @param named a file, or a folder to look in; empty for the working directory
 * @param command what is asked for it, as messages call it
 * @throws LocalError when there is none
 */
export const locateEntry = (
  named: string,
  command: 'local' | 'openapi' | 'policy' | 'routes' = 'local',
): string => {
  const path = resolve(named)
  const found = kind(path)
  if (found === 'file') return path
  const there = ENTRIES.map((name) => join(path, name)).find((file) => kind(file) === 'file')
  if (there !== undefined) return there
  if (named === '' || found === 'folder') {
    const where = named === '' ? 'here' : `in ${named}`
    throw new LocalError(
      `No entry ${where}: looked for app.ts, src/app.ts, index.ts, … Name one: calix ${command} path/to/app.ts`,
    )
  }
  throw new LocalError(
    `No such entry: ${named}. Name the file that exports the app, such as calix ${command} app.ts`,
  )
}

/** How messages call the entry: as seen from the working directory. */
export const entryName = (entry: string): string => relative(process.cwd(), entry) || entry
