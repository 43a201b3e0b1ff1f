import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { build, type Loader, type Plugin } from 'esbuild'

/** How a program is bundled. */
export interface BundleOptions {
  readonly root: string
  readonly outfile: string
  readonly code: string
  readonly define: Readonly<Record<string, unknown>>
  readonly inject?: ReadonlyArray<string>
  /** Put in front of every source that is in the scope of `sst` and `aws`. */
  readonly globals?: string
  readonly banner?: string
}

const COMMONJS = `
import { createRequire as topLevelCreateRequire } from 'module';
const require = topLevelCreateRequire(import.meta.url);
import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"
const __filename = topLevelFileUrlToPath(import.meta.url)
const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))
`

// Measured with the 4.17.1 binary: these stay imports of the bundle, everything else is bundled.
const EXTERNAL = [
  '@pulumi/*',
  '@pulumiverse/*',
  '@sst-provider/*',
  '@aws-sdk/*',
  'undici',
  'esbuild',
  'archiver',
  'glob',
  'vite',
]

const loaders: Readonly<Record<string, Loader>> = { '.js': 'js', '.jsx': 'jsx', '.ts': 'ts', '.tsx': 'tsx' }

// Measured with the 4.17.1 binary: `sst` and `aws` are in scope of every .js, .jsx, .ts and .tsx file, those in
// node_modules included, unless its real path has `.sst` anywhere in it. Not in .mjs, .cjs, .mts and .cts files.
const globalsFor = (globals: string): Plugin => ({
  name: 'globals',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.[jt]sx?$/ }, async ({ path }) => {
      if (path.includes('.sst')) return undefined
      const contents = `${globals}\n${await readFile(path, 'utf8')}`
      return { contents, loader: loaders[extname(path)] ?? 'ts' }
    })
  },
})

const noTopLevelImports: Plugin = {
  name: 'no-top-level-imports',
  setup: ({ onResolve }) => {
    onResolve({ filter: /.*/ }, ({ importer, kind }) =>
      basename(importer) === 'sst.config.ts' && kind === 'import-statement'
        ? {
            errors: [
              {
                text: 'Your sst.config.ts has top level imports - this is not allowed. Move imports inside the function they are used and do a dynamic import: `const mod = await import("./mod")`',
              },
            ],
          }
        : undefined,
    )
  },
}

/** Bundles a program as `sst` does before it runs it. @throws esbuild's BuildFailure */
export const bundle = async (options: BundleOptions): Promise<void> => {
  const { root, outfile, code, define, inject = [], globals, banner = '' } = options
  await build({
    absWorkingDir: root,
    banner: { js: COMMONJS + banner },
    mainFields: ['module', 'main'],
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    sourcemap: 'linked',
    stdin: { contents: code, resolveDir: root, sourcefile: 'eval.ts', loader: 'ts' },
    nodePaths: [join(root, '.sst/platform/node_modules')],
    external: EXTERNAL,
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    inject: [...inject],
    // The globals themselves are imports: the CLI refuses the user's when it evaluates `app()`.
    plugins: [globals === undefined ? noTopLevelImports : globalsFor(globals)],
    outfile,
    bundle: true,
    logLevel: 'silent',
  })
}
