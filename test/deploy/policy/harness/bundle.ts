import { join } from 'node:path'
import { build } from 'esbuild'

const BANNER = [
  `import { createRequire as caseCreateRequire } from 'node:module'`,
  'const require = caseCreateRequire(import.meta.url)',
].join('\n')

/**
 * An app as it would be deployed, one file.
 *
 * @param outfile lies in an installation: the packages of AWS stay outside, so that all cases share one recorder
 */
export const bundle = async (entry: string, folder: string, outfile: string): Promise<void> => {
  await build({
    entryPoints: [entry],
    absWorkingDir: folder,
    outfile,
    ...{
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'es2024',
      keepNames: true,
      logLevel: 'silent',
    },
    mainFields: ['module', 'main'],
    conditions: ['calix-source', 'module'],
    external: ['calix', 'calix/*', '@aws-sdk/*', '@smithy/*', '@middy/*', 'sst'],
    banner: { js: BANNER },
    // The cases lie in a package that says it has no side effects; apps have them, and some cases are about them.
    ignoreAnnotations: true,
  })
}

/** Where the bundle of a case goes. */
export const bundleOf = (installed: string, name: string): string =>
  join(installed, 'bundles', `${name.replaceAll('/', '-')}.mjs`)
