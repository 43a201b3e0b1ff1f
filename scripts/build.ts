// Builds the package into dist/: the compiler's JavaScript and declarations, then the official middy packages bundled
// in, so that importing them costs a cold start nothing that the request at hand does not use.
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { carried } from './build/carried.ts'
import { notices } from './build/notices.ts'
import { bundleOfficial } from './build/official.ts'
import { brokenImports } from './build/verify.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

/** Stops the build with a message that names what to change, without a stack trace of this script. */
const fail = (message: string): never => {
  console.error(`build: ${message}`)
  process.exit(1)
}

const compile = (): void => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) fail('the sources do not compile; nothing usable is in dist/.')
}

// The only two places where the sources may import a middy package.
const official = (): ReadonlyArray<string> =>
  globSync(['middleware/*/official.js', 'src/lambda/middy.js'], { cwd: dist }).map((file) => join(dist, file))

/**
 * Puts the documentation page's script into the package as it is, with the licences of what is in it: whoever installs a
 * library for Lambda should not install all that, and the page asks no other machine for it.
 *
 * @returns its folder, relative to the repository
 */
const addRapidoc = (): string => {
  const folder = join('node_modules', 'rapidoc')
  copyFileSync(join(root, folder, 'dist/rapidoc-min.js'), join(dist, 'vendor/rapidoc-min.js'))
  const own = readFileSync(join(root, folder, 'dist/rapidoc-min.js.LICENSE.txt'), 'utf8')
  writeFileSync(join(dist, 'vendor/rapidoc-min.js.LICENSE.txt'), `${own}\n${carried(join(root, folder))}`)
  return folder
}

rmSync(dist, { recursive: true, force: true })
compile()

const bundled = await bundleOfficial(dist, official())
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES'), notices(root, [...bundled, addRapidoc()]))

const cli = join(dist, 'cli/main.js')
if (existsSync(cli)) chmodSync(cli, 0o755)

const broken = await brokenImports(dist)
if (broken.length > 0)
  fail(`imports that would fail for a user:\n${broken.map((line) => `  ${line}`).join('\n')}`)
