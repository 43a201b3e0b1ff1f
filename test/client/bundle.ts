import { join } from 'node:path'
import { build } from 'esbuild'

/** The client as a browser gets it: one module, minified; everything that it imports is in it. */
export const bundledClient = async (): Promise<string> => {
  const root = join(import.meta.dirname, '../..')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['client/index.ts'],
    ...{ bundle: true, minify: true, platform: 'browser', format: 'esm', target: 'es2022' },
    ...{ write: false, logLevel: 'silent' },
  })
  return outputFiles[0]?.text ?? ''
}
