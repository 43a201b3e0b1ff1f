import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandsOf, fencesOf } from './docs/fence.ts'

// docs/your-own-project.md as a reader follows it: its files and its commands, in a folder of their own, with calix as it
// is published. Only `npm install` is not run: what it names is linked, so that no network is needed.

const PAGE = 'docs/your-own-project.md'

const root = join(import.meta.dirname, '..')
const shell = process.platform === 'win32'
const fences = fencesOf(PAGE, readFileSync(join(root, PAGE), 'utf8'))
const commands = fences.filter(({ language }) => language === 'sh').flatMap(({ text }) => commandsOf(text))

/** The first block of a language that says this. */
const block = (language: string, says: string): string => {
  const found = fences.find((fence) => fence.language === language && fence.text.includes(says))
  if (found === undefined) throw new Error(`${PAGE} has no ${language} block with ${says}`)
  return found.text
}

let home: string
let project: string

interface Ran {
  readonly code: number
  /** What it printed, errors included. */
  readonly said: string
}

const run = async (
  file: string,
  args: ReadonlyArray<string>,
  cwd: string,
  options: { readonly shell?: boolean } = {},
): Promise<Ran> => {
  // The runner of this test tells its children of itself.
  const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env
  const settings = { cwd, env: { ...env, NO_COLOR: '1' }, ...options }
  try {
    const { stderr, stdout } = await promisify(execFile)(file, [...args], settings)
    return { code: 0, said: stdout + stderr }
  } catch (error) {
    const { code, stderr, stdout } = error as Record<string, unknown>
    return { code: Number(code), said: `${stdout}${stderr}` }
  }
}

/** Runs a command of the page, where `npx` finds what is linked. */
const npx = async (command: string): Promise<Ran> => {
  expect(commands).toContain(command)
  const [, name = '', ...args] = command.split(' ')
  return run(process.execPath, [await script(name), ...args], project)
}

/** The file that the command of a package is. */
const script = async (name: string): Promise<string> => {
  const folder = join(project, 'node_modules', name === 'tsc' ? 'typescript' : name)
  const { bin } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[name])
}

const write = (name: string, text: string): Promise<void> => writeFile(join(project, name), text)

/** A build of its own: that of the repository belongs to another test, which may run at the same time. */
const pack = async (): Promise<string> => {
  const copy = join(home, 'calix')
  const parts = [
    'src',
    'middleware',
    'deploy',
    'local',
    'testing',
    'client',
    'cli',
    'scripts',
    'LICENSE',
    'README.md',
  ]
  for (const part of [...parts, 'package.json', 'tsconfig.json', 'tsconfig.build.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true })
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  expect(await run(process.execPath, [join(copy, 'scripts/build.ts')], copy)).toEqual({ code: 0, said: '' })
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', home], copy, { shell })
  return join(home, packed.said.trim())
}

/** What the page's `npm install` lines install, but for calix itself. */
const installed = commands
  .filter((command) => command.startsWith('npm install '))
  .flatMap((command) => command.split(' ').slice(2))
  .filter((name) => !name.startsWith('--') && name !== 'calix')

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'calix-project-'))
  project = join(home, 'my-api')
  const calix = join(project, 'node_modules/calix')
  mkdirSync(calix, { recursive: true })
  for (const command of ['npm init -y', 'npm pkg set type=module']) {
    expect(commands).toContain(command)
    const [npm = '', ...args] = command.split(' ')
    expect(await run(npm, args, project, { shell })).toMatchObject({ code: 0 })
  }
  const unpacked = await run('tar', ['-xzf', await pack(), '-C', calix, '--strip-components=1'], home)
  expect(unpacked).toEqual({ code: 0, said: '' })
  const { dependencies } = JSON.parse(await readFile(join(calix, 'package.json'), 'utf8'))
  for (const name of new Set([...installed, ...Object.keys(dependencies)])) {
    const target = join(project, 'node_modules', name)
    mkdirSync(dirname(target), { recursive: true })
    await symlink(join(root, 'node_modules', name), target, 'junction')
  }
  await write('tsconfig.json', block('json', 'compilerOptions'))
  await write('app.ts', block('ts', 'export const app'))
  await write('app.test.ts', block('text', "from './app.ts'"))
}, 120_000)

afterAll(() => rm(home, { recursive: true, force: true }))

describe('a project of one’s own', () => {
  it('type-checks, and its settings find mistakes', async () => {
    expect(await npx('npx tsc')).toEqual({ code: 0, said: '' })
    await write(
      'wrong.ts',
      `import { get, route } from 'calix'\nroute(get('/:city'), ({ params }) => params.town)\n`,
    )
    const { said } = await npx('npx tsc')
    await rm(join(project, 'wrong.ts'))
    expect(said).toMatch(/^wrong\.ts\S* - error TS2\d{3}|^wrong\.ts\(2,\d+\): error TS2\d{3}/)
  })

  it('has tests that pass', async () => {
    const { code, said } = await npx('npx vitest run')
    expect(said).toMatch(/Tests {2}18 passed \(18\)/)
    expect(code).toBe(0)
  })

  it('has tests that pass beside a package that imports a folder of fp-ts, with the setting of the page', async () => {
    mkdirSync(join(project, 'node_modules/that-package'))
    const manifest = { name: 'that-package', type: 'module', main: 'main.js' }
    await write('node_modules/that-package/package.json', JSON.stringify(manifest))
    await write('node_modules/that-package/main.js', `export { right } from 'fp-ts/Either'`)
    await write(
      'other.test.ts',
      `import { right } from 'that-package'
       import { expect, it } from 'vitest'
       it('is imported', () => expect(right(1)).toMatchObject({ right: 1 }))`,
    )
    const without = await npx('npx vitest run')
    expect(without).toEqual({ code: 1, said: expect.stringMatching(/Directory import \S+ is not supported/) })
    await write('vitest.config.ts', block('ts', 'defineConfig'))
    const { code, said } = await npx('npx vitest run')
    expect(said).toMatch(/Tests {2}19 passed \(19\)/)
    expect(code).toBe(0)
  })

  it('is served', async () => {
    expect(commands).toContain('npx calix local app.ts')
    const args = [await script('calix'), 'local', 'app.ts', '--port', '0', '--no-autoreload']
    const server = spawn(process.execPath, args, { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = ''
        server.stdout.on('data', (chunk) => {
          said += chunk
          const [, found] = /Serving on (\S+)\n/.exec(said) ?? []
          if (found !== undefined) resolve(found)
        })
        server.on('exit', () => reject(new Error(`it ended after ${said}`)))
      })
      const answer = await fetch(`${url}/cities/seattle`)
      expect(await answer.json()).toEqual({ state: 'WA' })
    } finally {
      const ended = once(server, 'exit')
      server.kill()
      await ended
    }
  })

  it('is not run by Node alone, for the reason that the page names', async () => {
    const { code, said } = await run(process.execPath, ['app.ts'], project)
    expect([code, said]).toEqual([1, expect.stringContaining('ERR_UNSUPPORTED_DIR_IMPORT')])
  })

  it('becomes one file that needs nothing beside it', async () => {
    const bundling = commands.find((command) => command.startsWith('npx esbuild ')) ?? ''
    const [, , ...args] = bundling.split(' ')
    expect(await run(join(root, 'node_modules/.bin/esbuild'), args, project, { shell })).toMatchObject({
      code: 0,
    })
    const file = join(home, 'app.mjs')
    cpSync(join(project, 'build/app.mjs'), file)
    const event = {
      httpMethod: 'GET',
      path: '/cities/portland',
      headers: {},
      requestContext: { stage: 'dev', identity: {}, resourcePath: '/cities/{city}' },
      resource: '/cities/{city}',
    }
    const call = `const { handler } = await import(process.argv[1])
      console.log((await handler(${JSON.stringify(event)}, {})).body)`
    const answered = await run(process.execPath, ['--input-type=module', '-e', call, file], home)
    expect(answered).toEqual({ code: 0, said: '{"state":"OR"}\n' })
  })
})
