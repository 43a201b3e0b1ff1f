import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { ROOT } from './calix-local.ts'
import type { Fence } from './fence.ts'

const run = promisify(execFile)

/** Where the blocks of this run become files; git ignores the folder, and `calix` resolves from it. */
const FOLDER = join(ROOT, '.calix', `docs-${process.pid}`)

/** The same for blocks that the compiler is to refuse. */
const REFUSED = `${FOLDER}-refused`

const nameOf = (page: string): string => page.replaceAll(/[^A-Za-z0-9]+/g, '-')

/** The file that a block becomes. */
export const fileOf = ({ page, line }: Fence): string => join(FOLDER, `${nameOf(page)}-${line}.ts`)

/** The folder of a page's own files, such as a configuration. */
export const folderOf = (page: string): string => join(FOLDER, nameOf(page))

/** What a page's `sst.config.ts` stands beside: SST's types, which its own test checks, and an app. */
const SURROUNDINGS = {
  '.sst/platform/config.d.ts': `declare const $config: (config: {
  app: (input: { readonly stage?: string }) => { name: string; home: 'aws' | 'local'; removal?: 'remove' | 'retain' }
  run: () => Promise<unknown>
}) => unknown
`,
  'app.ts': `import { calix, get, lambda, route } from 'calix'
export const app = calix({ name: 'my-api' }, route(get('/'), () => 'hello'))
export const handler = lambda(app)
`,
}

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** A block as a module: without an import or export it would share its names with the others. */
const moduleOf = ({ text }: Fence): string => `${text}\nexport {}\n`

const settings = JSON.stringify({
  extends: '../../examples/tsconfig.json',
  include: ['.', '../../deploy/*.d.ts'],
})

/** Writes blocks as modules of one project, whose settings are those of the examples. */
export const writeSnippets = async (fences: ReadonlyArray<Fence>): Promise<void> => {
  await write(join(FOLDER, 'tsconfig.json'), settings)
  for (const [name, text] of Object.entries(SURROUNDINGS)) await write(join(FOLDER, name), text)
  for (const fence of fences) await write(fileOf(fence), moduleOf(fence))
}

/** Puts a file of a page where its blocks and commands find it. */
export const writePageFile = ({ page, about, text }: Fence): Promise<void> => {
  const file = resolve(folderOf(page), about)
  if (!file.startsWith(folderOf(page))) throw new Error(`${page}: '${about}' is no file of the page's own`)
  return write(file, text)
}

export const removeSnippets = async (): Promise<void> => {
  for (const folder of [FOLDER, REFUSED]) await rm(folder, { recursive: true, force: true })
}

/** What the compiler says of each of some blocks that it is to refuse, without the places; empty where it does not. */
export const refusalsOf = async (fences: ReadonlyArray<Fence>): Promise<(fence: Fence) => string> => {
  await write(join(REFUSED, 'tsconfig.json'), settings)
  for (const fence of fences) await write(join(REFUSED, basename(fileOf(fence))), moduleOf(fence))
  // The lines of a message that follow its first are indented.
  const messages = (await typeErrors(REFUSED)).split(/\n(?! )/)
  return (fence) =>
    messages
      .filter((each) => each.includes(`/${basename(fileOf(fence))}(`))
      .map((each) => each.replace(/^.*?: error TS\d+: /, ''))
      .join('\n')
}

/** What the compiler says of the blocks in a folder; empty when it finds nothing. */
export const typeErrors = async (folder = FOLDER): Promise<string> => {
  try {
    await run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], { cwd: ROOT })
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string }
    return `${stdout ?? error}${stderr ?? ''}`
  }
}

/**
 * Runs a block, in the folder of its page's files, and returns what it printed. It is bundled, because `fp-ts/Either` is a directory that bare Node does
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
  const cwd = folderOf(fence.page)
  await mkdir(cwd, { recursive: true })
  const { stdout } = await run(process.execPath, ['--conditions=calix-source', outfile], {
    cwd,
    timeout: 20_000,
  })
  return stdout
}
