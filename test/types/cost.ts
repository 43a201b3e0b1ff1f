import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMPILERS } from './compiler.ts'
import { manyRoutes, type Shape } from './many-routes.ts'

const root = join(import.meta.dirname, '../..')

/** What checking an app costs. */
export interface Cost {
  readonly instantiations: number
  /** Of the checker alone. */
  readonly seconds: number
}

export type Compiler = keyof typeof COMPILERS

/** A project that has the package as its users have it, in the declarations that a build would make of the sources. */
export interface Consumer {
  /**
   * What it costs to check an app.
   *
   * @throws Error with what the compiler says of an app that does not compile.
   */
  readonly check: (compiler: Compiler, resources: number, shape: Shape) => Cost
  /** How many instantiations one more route costs: the mean of the second half of an app's routes. */
  readonly perRoute: (compiler: Compiler, shape: Shape) => number
  readonly end: () => void
}

const run = (compiler: Compiler, cwd: string, ...args: ReadonlyArray<string>): string => {
  const { error, status, stderr, stdout } = spawnSync(
    process.execPath,
    [COMPILERS[compiler], '--pretty', 'false', ...args],
    { cwd, encoding: 'utf8' },
  )
  if (error !== undefined || status !== 0)
    throw new Error(`${compiler} refuses: ${stdout.slice(0, 2000)}${stderr}`, { cause: error })
  return stdout
}

const OPTIONS = {
  ...{
    target: 'es2024',
    lib: ['es2024', 'dom'],
    module: 'nodenext',
    types: [],
    noEmit: true,
    skipLibCheck: true,
  },
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
}

/** Resources of four routes: 200 of them are what the budget is for. */
const RESOURCES = 50

/** A project to check apps in; whoever asks for it ends it. */
export const consumer = (from = root): Consumer => {
  const folder = mkdtempSync(join(tmpdir(), 'calix-types-'))
  const modules = join(folder, 'node_modules')
  const end = () => rmSync(folder, { recursive: true, force: true })
  try {
    mkdirSync(join(modules, 'calix'), { recursive: true })
    copyFileSync(join(from, 'package.json'), join(modules, 'calix/package.json'))
    run(
      'TypeScript 7',
      from,
      ...['-p', 'tsconfig.build.json', '--outDir', join(modules, 'calix/dist'), '--emitDeclarationOnly'],
      ...['--sourceMap', 'false', '--inlineSources', 'false'],
    )
    for (const name of ['fp-ts', 'io-ts'])
      symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir')
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  } catch (cause) {
    end()
    throw cause
  }

  const check: Consumer['check'] = (compiler, resources, shape) => {
    writeFileSync(join(folder, 'app.ts'), manyRoutes(resources, shape))
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: OPTIONS, files: ['app.ts'] }),
    )
    const single = compiler === 'TypeScript 7' ? ['--singleThreaded'] : []
    const said = run(compiler, folder, '-p', '.', '--extendedDiagnostics', ...single)
    const [, instantiations] = /^Instantiations: +(\d+)/m.exec(said) ?? []
    const [, seconds] = /^Check time: +([\d.]+)s/m.exec(said) ?? []
    if (instantiations === undefined || seconds === undefined)
      throw new Error(`${compiler} does not say what it did: ${said}`)
    return { instantiations: Number(instantiations), seconds: Number(seconds) }
  }
  return {
    check,
    perRoute: (compiler, shape) => {
      const [half, whole] = [RESOURCES / 2, RESOURCES].map((count) => check(compiler, count, shape))
      const more = (whole?.instantiations ?? 0) - (half?.instantiations ?? 0)
      return Math.round(more / ((RESOURCES / 2) * 4))
    },
    end,
  }
}
