import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Where the build puts it into the package. */
const BUILT = fileURLToPath(new URL('../../vendor/rapidoc-min.js', import.meta.url))

/** The script of the documentation page, of the package itself: no page of it asks another machine. */
export const rapidoc = (): Promise<Uint8Array> =>
  readFile(existsSync(BUILT) ? BUILT : createRequire(import.meta.url).resolve('rapidoc/dist/rapidoc-min.js'))
