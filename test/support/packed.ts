import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { symlink } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')
const shell = process.platform === 'win32'

/** The environment of a command that is run as a user would, outside the repository. */
export const environment = (): NodeJS.ProcessEnv => {
  // The runner of this test tells its children of itself, and `npm test` puts the repository's commands first.
  const { NODE_OPTIONS: _, VITEST: __, PATH = '', ...rest } = process.env
  const mine = PATH.split(delimiter).filter((folder) => !folder.startsWith(root))
  return { ...rest, NO_COLOR: '1', PATH: mine.join(delimiter) }
}

/** The exit code of a command, and all that it printed. */
export const run = async (file: string, args: ReadonlyArray<string>, cwd: string) => {
  try {
    const settings = { cwd, env: environment(), shell, maxBuffer: 16 * 1024 * 1024 }
    const { stderr, stdout } = await promisify(execFile)(file, [...args], settings)
    return { code: 0, said: stdout + stderr }
  } catch (error) {
    const { code, stderr, stdout } = error as Record<string, unknown>
    return { code: Number(code), said: `${stdout}${stderr}` }
  }
}

/**
 * Packs calix into a folder, from a build of its own: that of the repository belongs to another test, which may run at
 * the same time.
 * @returns the tarball
 */
export const pack = async (home: string): Promise<string> => {
  const copy = join(home, 'source')
  const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8'))
  const others = ['scripts', 'LICENSE', 'README.md', 'package.json', 'tsconfig.json', 'tsconfig.build.json']
  for (const part of [...include, ...others]) cpSync(join(root, part), join(copy, part), { recursive: true })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  const { code, said } = await run('npm', ['pack', '--loglevel=error', '--pack-destination', home], copy)
  const [, tarball] = /^(calix-\S+\.tgz)$/m.exec(said) ?? []
  if (code !== 0 || tarball === undefined) throw new Error(`npm pack ended with ${code}:\n${said}`)
  return join(home, tarball)
}

/**
 * Installs a tarball of calix in a folder, beside nothing but what it depends on.
 * @returns the file that is its command
 */
export const unpack = async (tarball: string, home: string): Promise<string> => {
  const calix = join(home, 'node_modules/calix')
  mkdirSync(calix, { recursive: true })
  const { code, said } = await run('tar', ['-xzf', tarball, '-C', calix, '--strip-components=1'], home)
  if (code !== 0) throw new Error(`tar ended with ${code}:\n${said}`)
  const { bin, dependencies } = JSON.parse(readFileSync(join(calix, 'package.json'), 'utf8'))
  for (const name of Object.keys(dependencies)) {
    const target = join(home, 'node_modules', name)
    mkdirSync(dirname(target), { recursive: true })
    await symlink(join(root, 'node_modules', name), target, 'junction')
  }
  return join(calix, bin.calix)
}
