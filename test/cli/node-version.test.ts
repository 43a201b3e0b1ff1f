import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { project } from '../local/support/project.ts'

// The command as it is published, JavaScript in several files, run by a Node that is older than calix allows.

const repository = join(import.meta.dirname, '../..')

const { engines, version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
const least: string = engines.node.replace('>=', '')

const isOlder = (node: string): boolean => {
  const [major = 0, minor = 0] = node.replace('v', '').split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number)
  return major < leastMajor || (major === leastMajor && minor < leastMinor)
}

const versionOf = (node: string): string => spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()

const older = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/bin', '/usr/bin']
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .find((node) => existsSync(node) && isOlder(versionOf(node)))

if (older === undefined)
  console.warn(`Skipped: the complaint of an old Node; this machine has none before ${least}.`)

const built: { files: ReadonlyArray<{ readonly name: string; readonly text: string }> } = { files: [] }

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(repository, 'cli/main.ts')],
    outdir: '/bundled',
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'es2024' },
    ...{ packages: 'external', write: false, logLevel: 'silent' },
  })
  built.files = outputFiles.map(({ path, text }) => ({ name: path.split(/[\\/]/).at(-1) ?? '', text }))
})

const run = (node: string, ...args: ReadonlyArray<string>) => {
  const { path, root, write } = project({ 'node_modules/.keep': '' })
  for (const { name, text } of built.files) write(name, text)
  symlinkSync(repository, path('node_modules/calix'), 'junction')
  const { status, stderr, stdout } = spawnSync(node, [path('main.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stderr, stdout }
}

test.skipIf(older === undefined)('a Node that is too old is told so in one line, and exit code 1', () => {
  const node = older ?? ''
  const own = versionOf(node).replace('v', '')
  for (const args of [[], ['--version'], ['local', 'app.ts']])
    expect(run(node, ...args)).toEqual({
      status: 1,
      stdout: '',
      stderr: `calix needs Node ${least} or newer, and this is ${own}: install Node 24, or switch to it.\n`,
    })
})

test('the same files run on the Node of this test', () => {
  expect(run(process.execPath, '--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
})
