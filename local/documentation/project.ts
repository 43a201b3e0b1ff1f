import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Description } from './written.ts'

const read = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/**
 * What the nearest package.json at or above a folder says of the API: its version and its description.
 *
 * @param folder absolute
 */
export const describedProject = (folder: string): Description => {
  const found = read(join(folder, 'package.json'))
  if (typeof found === 'object' && found !== null) {
    const version = 'version' in found && typeof found.version === 'string' ? found.version : ''
    const description =
      'description' in found && typeof found.description === 'string' ? found.description : ''
    return { version: version || '0.0.0', ...(description === '' ? {} : { description }) }
  }
  return dirname(folder) === folder ? { version: '0.0.0' } : describedProject(dirname(folder))
}
