import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { lazyNode } from './lazy-node.ts'
import { unused } from './unused.ts'

/**
 * Replaces each emitted file by itself with the middy packages it imports bundled in; what several share lands once in
 * `dist/vendor/`. The files' own imports of anything else stay imports.
 *
 * @param dist - the folder that the compiler wrote, absolute
 * @param files - the emitted files, absolute
 * @returns the package folders whose code is now part of dist, relative to the repository, sorted
 */
export const bundleOfficial = async (
  dist: string,
  files: ReadonlyArray<string>,
): Promise<ReadonlyArray<string>> => {
  if (files.length === 0) return []
  for (const file of files) rmSync(`${file}.map`, { force: true })
  const { metafile, outputFiles } = await build({
    absWorkingDir: dirname(dist),
    entryPoints: [...files],
    outdir: dist,
    outbase: dist,
    write: false,
    bundle: true,
    splitting: true,
    chunkNames: 'vendor/middy-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node22.15',
    treeShaking: true,
    legalComments: 'inline',
    banner: {
      js: '/*! with code under the MIT licence of its authors: see THIRD-PARTY-LICENSES in calix */',
    },
    metafile: true,
    logLevel: 'warning',
    plugins: [ownImportsStay(dist), unused, lazyNode],
  })
  mkdirSync(join(dist, 'vendor'), { recursive: true })
  for (const { path, text } of outputFiles) {
    // esbuild keeps a bare import of a shared chunk for what it might do when loaded. The packages do nothing then, as
    // their "sideEffects" says, and a user's bundler would warn of the import.
    writeFileSync(path, text.replaceAll(/^import "[^"]*\/vendor\/[^"]*";\n/gm, ''))
  }
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]),
  )
  return [...new Set(used.filter((path) => path !== undefined))].sort()
}

const ownImportsStay = (dist: string): Plugin => ({
  name: 'own-imports-stay',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
      const isOwn = kind !== 'entry-point' && importer.startsWith(dist + sep)
      return isOwn && !path.startsWith('@middy/') ? { path, external: true } : null
    })
  },
})
