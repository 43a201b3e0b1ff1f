import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'

/** A function that the program asked to be bundled, with the options it gave. */
export interface FunctionBuild {
  readonly functionID: string
  readonly handler: string
  readonly runtime: string
  readonly bundle?: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly links: Readonly<Record<string, unknown>>
  readonly copyFiles: ReadonlyArray<{ readonly from: string; readonly to: string }>
  readonly [option: string]: unknown
}

/** The answer to `Runtime.Build`. */
export interface Built {
  readonly handler: string
  readonly out: string
  readonly errors: ReadonlyArray<string>
  readonly sourcemaps: ReadonlyArray<string>
}

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']

const sourceOf = (root: string, handler: string): string | undefined => {
  const stem = join(root, dirname(handler), basename(handler, extname(handler)))
  return EXTENSIONS.map((extension) => stem + extension).find((file) => existsSync(file))
}

/** Lays what bundling would leave, without bundling: a plan asks what is built from where, not what is in it. */
export const lay = async (root: string, work: string, wanted: FunctionBuild): Promise<Built> => {
  const { functionID, handler, bundle, runtime, properties } = wanted
  if (bundle) return { handler, out: join(root, bundle), errors: [], sourcemaps: [] }
  const source = sourceOf(root, handler)
  if (runtime.startsWith('nodejs') && source === undefined) throw new Error(`Handler not found: ${handler}`)
  const out = join(work, 'artifacts', `${functionID}-src`)
  await mkdir(out, { recursive: true })
  const file = join(out, properties?.format === 'cjs' ? 'bundle.cjs' : 'bundle.mjs')
  await writeFile(file, `// ${handler}\n`)
  await writeFile(`${file}.map`, '{}')
  const sourcemaps = properties?.sourcemap === undefined ? [`${file}.map`] : []
  return { handler: `bundle${extname(handler)}`, out, errors: [], sourcemaps }
}
