import { existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { type BuildOptions, context, formatMessages, type Message, type Plugin } from 'esbuild'

/** The entry and all that it imports, as one file. */
export interface Bundle {
  readonly tag: 'Built'
  /** The bundle, an ES module. */
  readonly file: string
  /** Equal for equal code: nothing needs to restart while it has not changed. */
  readonly hash: string
  /** Every file that went in, as absolute paths. */
  readonly inputs: ReadonlyArray<string>
  /** Deletes the bundle. */
  readonly remove: () => Promise<void>
}

/** Code that does not build. */
export interface Unbuilt {
  readonly tag: 'Unbuilt'
  /** Each error with its file, line and frame. */
  readonly text: string
  /** The files that the errors point at, as absolute paths. */
  readonly inputs: ReadonlyArray<string>
}

/** Builds one entry again and again, each time only what changed. */
interface Bundler {
  readonly build: () => Promise<Bundle | Unbuilt>
  readonly dispose: () => Promise<void>
}

// From the repository's own sources `calix` is TypeScript; an installed calix is JavaScript and needs no condition.
const conditions = extname(import.meta.filename) === '.ts' ? ['calix-source', 'module'] : ['module']

// What SST 4 gives a Node function that configures nothing, so that what answers here is what would be deployed:
// https://github.com/anomalyco/sst/blob/dev/pkg/runtime/node/build.go
const deployed = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2024',
  mainFields: ['module', 'main'],
  keepNames: true,
  sourcemap: 'linked',
  external: ['sharp', 'pg-native'],
  banner: {
    js: [
      `import { createRequire as calixCreateRequire } from 'node:module'`,
      'const require = calixCreateRequire(import.meta.url)',
      'const __filename = import.meta.filename, __dirname = import.meta.dirname',
    ].join('\n'),
  },
} satisfies BuildOptions

// `lambda` must come from the calix that the app itself resolves; a handler written by hand may live without any.
const calixOfTheApp = (directory: string): Plugin => ({
  name: 'calix-of-the-app',
  setup: ({ onLoad, onResolve, resolve: find }) => {
    onResolve({ filter: /^calix:of-the-app$/ }, async ({ kind }) => {
      const found = await find('calix', { resolveDir: directory, kind })
      return found.errors.length === 0 ? { path: found.path } : { path: 'calix', namespace: 'absent' }
    })
    onLoad({ filter: /^calix$/, namespace: 'absent' }, () => ({ contents: 'export let lambda, isApp' }))
  },
})

// Packages that stay external are looked up from the bundle's folder.
const linkModules = async (from: string, folder: string): Promise<void> => {
  const modules = join(from, 'node_modules')
  if (existsSync(modules)) await symlink(modules, join(folder, 'node_modules'), 'junction')
  else if (dirname(from) !== from) await linkModules(dirname(from), folder)
}

const isBuildFailure = (error: unknown): error is { readonly errors: Message[] } =>
  error instanceof Error && 'errors' in error && Array.isArray(error.errors)

const unbuilt = async (errors: Message[], root: string): Promise<Unbuilt> => {
  const text = await formatMessages(errors, {
    kind: 'error',
    color: process.stderr.isTTY === true && process.env.NO_COLOR === undefined,
  })
  const inputs = errors.flatMap(({ location }) => (location === null ? [] : [resolve(root, location.file)]))
  return { tag: 'Unbuilt', text: text.join('').trim(), inputs }
}

/**
 * A bundler for one entry; its files live in the system's temporary folder until `dispose`.
 * @param entry the absolute path of the module that exports the app or the handler
 */
export const bundler = async (entry: string): Promise<Bundler> => {
  const root = process.cwd()
  const directory = dirname(entry)
  const folder = await mkdtemp(join(tmpdir(), 'calix-'))
  // A second Ctrl-C does not wait for `dispose`.
  const removeNow = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', removeNow)
  await linkModules(directory, folder)
  const building = await context({
    ...deployed,
    stdin: {
      contents: `export * as entry from ${JSON.stringify(`./${basename(entry)}`)}; export { isApp, lambda } from 'calix:of-the-app'`,
      resolveDir: directory,
    },
    plugins: [calixOfTheApp(directory)],
    conditions,
    absWorkingDir: root,
    outfile: join(folder, '0', 'bundle.mjs'),
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  let builds = 0
  return {
    build: async () => {
      if (!existsSync(entry))
        return { tag: 'Unbuilt', text: `${relative(root, entry)} is gone.`, inputs: [entry] }
      try {
        const { metafile, outputFiles } = await building.rebuild()
        // A folder a version: a worker that is still draining keeps its own source map. All lie equally deep, because
        // the map names the sources relative to itself.
        const version = join(folder, String(++builds))
        await mkdir(version)
        await Promise.all(
          outputFiles.map(({ path, contents }) => writeFile(join(version, basename(path)), contents)),
        )
        return {
          tag: 'Built',
          file: join(version, 'bundle.mjs'),
          hash: outputFiles.map(({ hash }) => hash).join(),
          inputs: Object.keys(metafile.inputs)
            .map((path) => resolve(root, path))
            .filter((path) => existsSync(path)),
          remove: () => rm(version, { recursive: true, force: true }),
        }
      } catch (error) {
        if (isBuildFailure(error)) return unbuilt(error.errors, root)
        throw error
      }
    },
    dispose: async () => {
      await building.dispose()
      removeNow()
      process.off('exit', removeNow)
    },
  }
}
