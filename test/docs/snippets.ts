import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { ROOT } from './calix-local.ts'
import type { Fence } from './fence.ts'

const run = promisify(execFile)

/** Where the blocks of this run become files; git ignores the folder, and `calix` resolves from it. */
const FOLDER = join(ROOT, '.calix', `docs-${process.pid}`)

/** The file that a block becomes. */
export const fileOf = ({ page, line }: Fence): string =>
  join(FOLDER, `${page.replaceAll(/[^A-Za-z0-9]+/g, '-')}-${line}.ts`)

/** Writes blocks as modules of one project, whose settings are those of the examples. */
export const writeSnippets = async (fences: ReadonlyArray<Fence>): Promise<void> => {
  await mkdir(FOLDER, { recursive: true })
  const settings = { extends: '../../examples/tsconfig.json', include: ['.'] }
  await writeFile(join(FOLDER, 'tsconfig.json'), JSON.stringify(settings))
  // A block without an import or export would share its names with the others.
  for (const fence of fences) await writeFile(fileOf(fence), `${fence.text}\nexport {}\n`)
}

export const removeSnippets = (): Promise<void> => rm(FOLDER, { recursive: true, force: true })

/** What the compiler says of the blocks; empty when it finds nothing. */
export const typeErrors = async (): Promise<string> => {
  try {
    await run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', FOLDER, '--pretty', 'false'], { cwd: ROOT })
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string }
    return `${stdout ?? error}${stderr ?? ''}`
  }
}

/**
 * Runs a block and returns what it printed. It is bundled, because `fp-ts/Either` is a directory that bare Node does
 * not import; calix itself is not, because its local server starts files of its own.
 *
 * @throws Error with the block's own output when it fails
 */
export const runSnippet = async (fence: Fence): Promise<string> => {
  const outfile = `${fileOf(fence)}.mjs`
  await build({
    entryPoints: [fileOf(fence)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2024',
    mainFields: ['module', 'main'],
    external: ['calix', 'calix/*', 'vitest', 'esbuild'],
    logLevel: 'silent',
  })
  const { stdout } = await run(process.execPath, ['--conditions=calix-source', outfile], {
    cwd: ROOT,
    timeout: 20_000,
  })
  return stdout
}
