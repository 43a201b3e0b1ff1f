import { existsSync, globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative, resolve } from 'node:path'
import { build } from 'esbuild'

/**
 * Finds the imports in dist that would fail, or cost a user what bundling was to save: one line each, ready to print.
 *
 * @param dist - the folder to read, absolute
 */
export const brokenImports = async (dist: string): Promise<ReadonlyArray<string>> => {
  const broken = new Set<string>()
  await build({
    entryPoints: globSync('**/*.js', { cwd: dist }).map((file) => join(dist, file)),
    outdir: dist,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [
      {
        name: 'verify',
        setup(build) {
          build.onResolve({ filter: /.*/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
            if (kind === 'entry-point' || pluginData === NESTED) return null
            const report = (reason: string) =>
              broken.add(`${relative(dist, importer)} imports '${path}': ${reason}`)
            if (path.startsWith('@middy/')) {
              report(
                'only middleware/<name>/official.ts and src/lambda/middy.ts may; re-export it from there.',
              )
            } else if (path.startsWith('.') && !existsSync(resolve(resolveDir, path))) {
              report(
                'no such file in dist; is it written with its .ts extension, and within the built folders?',
              )
            } else if (path.startsWith('#')) {
              const bundlers = await build.resolve(path, { resolveDir, importer, kind, pluginData: NESTED })
              if (bundlers.errors.length > 0)
                report('a bundler finds no such file; see "imports" in package.json.')
              if (!resolvesInNode(path, importer))
                report('Node finds no such file; see "imports" in package.json.')
            }
            return { path, external: true }
          })
        },
      },
    ],
  })
  return [...broken].sort()
}

// Marks the plugin's own question to esbuild, so that it does not answer itself.
const NESTED = Symbol('nested')

const resolvesInNode = (specifier: string, importer: string): boolean => {
  try {
    return existsSync(createRequire(importer).resolve(specifier))
  } catch {
    return false
  }
}
