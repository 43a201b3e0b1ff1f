import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'

/** What a bundle weighs, in bytes. */
export type Size = Readonly<{ minified: number; gzipped: number }>

// What SST gives esbuild for a Node function, read in pkg/runtime/node/build.go of github.com/anomalyco/sst.
const settings = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'es2024',
  mainFields: ['module', 'main'],
  legalComments: 'eof',
  logLevel: 'warning',
} as const satisfies BuildOptions

/**
 * Bundles an app as SST deploys it. SST keeps the names of functions, which costs a call for every named function
 * that is made while a request runs, so what is timed has them too.
 *
 * @param source - the app, relative to this folder
 * @param outdir - where the bundle goes, absolute
 * @returns the bundle's file, absolute
 */
export const bundle = async (source: string, outdir: string): Promise<string> => {
  const outfile = join(outdir, `${source.replace(/\.ts$/, '').replace(/\W+/g, '-')}.mjs`)
  await build({ ...settings, keepNames: true, entryPoints: [join(import.meta.dirname, source)], outfile })
  return outfile
}

/**
 * Weighs an app, minified with and without the names of its functions.
 *
 * @param source - the app, relative to this folder
 */
export const weigh = async (source: string, keepNames: boolean): Promise<Size> => {
  const entryPoints = [join(import.meta.dirname, source)]
  const { outputFiles } = await build({ ...settings, keepNames, entryPoints, write: false })
  const minified = outputFiles.reduce((sum, { contents }) => sum + contents.length, 0)
  return {
    minified,
    gzipped: gzipSync(Buffer.concat(outputFiles.map((file) => file.contents)), { level: 9 }).length,
  }
}
