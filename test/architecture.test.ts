import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import ts from 'typescript-5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// The direction of imports, the size of files and what the public types may say: the rules are data, the graph is the
// one that a bundler sees, so imports of types alone do not count.

const root = join(import.meta.dirname, '..')
const ROOMS = ['src', 'middleware', 'deploy', 'local', 'cli', 'testing', 'client']

const unix = (path: string): string => path.replaceAll('\\', '/')
const files = globSync(`{${ROOMS.join(',')}}/**/*.ts`, { cwd: root })
  .map(unix)
  .sort()
const linesOf = (file: string): ReadonlyArray<string> => readFileSync(join(root, file), 'utf8').split('\n')

const doors: ReadonlyArray<string> = Object.values<{ 'calix-source'?: string }>(
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).exports,
).flatMap(({ 'calix-source': source }) => (source === undefined ? [] : [source.replace('./', '')]))

interface Import {
  readonly from: string
  /** A file of ours, or the name of a module that is not. */
  readonly to: string
  /** Whether it waits until it is asked for. */
  readonly isDynamic: boolean
}

let imports: ReadonlyArray<Import>

beforeAll(async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: files,
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'esnext' },
    ...{ metafile: true, write: false, outdir: 'nowhere', logLevel: 'silent' },
  })
  imports = Object.entries(metafile.inputs).flatMap(([from, input]) =>
    input.imports.map(({ path, kind }) => ({ from, to: path, isDynamic: kind === 'dynamic-import' })),
  )
})

interface Rule {
  readonly rule: string
  readonly from: RegExp
  readonly never: RegExp
  /** Whether an import that waits until it is asked for is fine. */
  readonly mayWait?: true
}

const RULES: ReadonlyArray<Rule> = [
  {
    rule: 'only the official modules import middy',
    from: /^(?!src\/lambda\/middy\.ts$|middleware\/\w+\/official\.ts$)/,
    never: /^@middy\//,
  },
  {
    rule: 'the core imports nothing of Node, nothing of AWS, and nothing of the rooms around it',
    from: /^src\/(?!lambda\/)/,
    never: /^(?:node:|@aws|@middy\/|middleware\/|deploy\/|local\/|cli\/|testing\/)/,
  },
  {
    rule: 'the door to Lambda is opened from the front door alone',
    from: /^src\/(?!lambda\/|index\.ts$)/,
    never: /^src\/(?:lambda\/|index\.ts$)/,
  },
  {
    rule: 'what every Lambda loads imports nothing of Node at its start',
    from: /^(?:src|middleware)\//,
    never: /^node:/,
    mayWait: true,
  },
  {
    rule: 'nothing that runs in a Lambda imports what does not',
    from: /^(?:src|middleware)\//,
    never: /^(?:deploy|local|cli|testing)\//,
  },
  {
    rule: 'middleware knows nothing of routes',
    from: /^middleware\//,
    never: /^src\/(?:index|app|contract|endpoint|match|path|route|routes|use|lambda\/lambda)\.ts$/,
  },
  {
    rule: 'the local server knows neither the command line nor tests',
    from: /^local\//,
    never: /^(?:cli|testing|deploy)\//,
  },
  {
    rule: 'deployment reads routes and never runs them',
    from: /^deploy\//,
    never: /^(?:local|cli|testing)\/|^src\/lambda\//,
  },
  { rule: 'the testing client needs no command line', from: /^testing\//, never: /^(?:cli|deploy)\// },
  {
    rule: 'the client is nothing but itself: of the rest it knows types alone',
    from: /^client\//,
    never: /^(?:node:|src\/|middleware\/|deploy\/|local\/|cli\/|testing\/)/,
  },
  { rule: 'nothing imports the command line', from: /^(?!cli\/)/, never: /^cli\// },
]

/** The core from the bottom up: each imports those before it, never one after. */
const LAYERS = ['path', 'endpoint', 'routes', 'route', 'match', 'app', 'use', 'index']

const show = ({ from, to }: Import): string => `${from} → ${to}`

describe('imports', () => {
  it('are there to be looked at', () => {
    expect(doors.length).toBeGreaterThan(3)
    expect(imports.map(show)).toContain('src/lambda/middy.ts → @middy/core')
    expect(imports.map(show)).toContain('src/routes.ts → src/path.ts')
  })

  it.each(RULES)('$rule', ({ from, never, mayWait }) => {
    const broken = imports.filter(
      (each) => from.test(each.from) && never.test(each.to) && !(mayWait === true && each.isDynamic),
    )
    expect(broken.map(show)).toEqual([])
  })

  it.each(LAYERS.map((layer, index) => ({ layer, above: LAYERS.slice(index + 1) })))(
    'src/$layer.ts imports nothing that is built on it',
    ({ layer, above }) => {
      const names = new Set(above.map((name) => `src/${name}.ts`))
      const broken = imports.filter(({ from, to }) => from === `src/${layer}.ts` && names.has(to))
      expect(files).toContain(`src/${layer}.ts`)
      expect(broken.map(show)).toEqual([])
    },
  )

  it('run in no circles', () => {
    const next = Map.groupBy(imports, ({ from }) => from)
    const done = new Set<string>()
    const circles: Array<string> = []
    const visit = (file: string, way: ReadonlyArray<string>): void => {
      const seen = way.indexOf(file)
      if (seen !== -1) circles.push([...way.slice(seen), file].join(' → '))
      if (seen !== -1 || done.has(file)) return
      for (const { to } of next.get(file) ?? []) visit(to, [...way, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })

  it('of other packages are of those that package.json names', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const { dependencies, devDependencies, imports: own } = manifest
    // The build puts middy's packages into the package, so users install none of them.
    const bundled = Object.keys(devDependencies).filter((name) => name.startsWith('@middy/'))
    const names = new Set([...Object.keys(dependencies), ...bundled])
    const isOwn = (to: string) => Object.keys(own).some((pattern) => to.startsWith(pattern.replace('*', '')))
    const packages = imports
      .filter(({ to }) => !files.includes(to) && !to.startsWith('node:') && !isOwn(to))
      .filter(
        ({ to }) =>
          !names.has(
            to
              .split('/')
              .slice(0, to.startsWith('@') ? 2 : 1)
              .join('/'),
          ),
      )
    expect(packages.map(show)).toEqual([])
  })
})

describe('files', () => {
  it('named index.ts are at the doors of the package alone', () => {
    expect(files.filter((file) => file.endsWith('index.ts')).sort()).toEqual([...doors].sort())
  })

  it('that only pass on what others have are doors, or the one way to a package', () => {
    const passesOn = (file: string): boolean => {
      const { statements } = ts.createSourceFile(file, linesOf(file).join('\n'), ts.ScriptTarget.Latest)
      return (
        statements.length > 0 &&
        statements.every((each) => ts.isExportDeclaration(each) && each.moduleSpecifier)
      )
    }
    const allowed = /(?:^src\/lambda\/middy|\/official)\.ts$/
    expect(files.filter((file) => passesOn(file) && !doors.includes(file) && !allowed.test(file))).toEqual([])
  })

  it('have 250 lines at most', () => {
    const long = files
      .map((file) => ({ file, lines: linesOf(file).length - 1 }))
      .filter(({ lines }) => lines > 250)
    expect(long).toEqual([])
  })

  it('are named after what they export: no drawers for whatever is left', () => {
    const drawers = /(?:^|[-/])(?:utils?|helpers?|common|misc|shared|manager)(?:[-/.]|$)/i
    expect(files.filter((file) => drawers.test(file))).toEqual([])
  })
})

describe('the public types', () => {
  let output: string
  beforeAll(() => {
    output = mkdtempSync(join(tmpdir(), 'calix-types-'))
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    spawnSync(
      process.execPath,
      [
        tsc,
        '-p',
        'tsconfig.build.json',
        '--emitDeclarationOnly',
        '--sourceMap',
        'false',
        '--inlineSources',
        'false',
        '--outDir',
        output,
      ],
      { cwd: root },
    )
  })
  afterAll(() => rmSync(output, { recursive: true, force: true }))

  /** The declarations of a door and of every file that they name. */
  const reachable = (door: string): ReadonlyMap<string, ts.SourceFile> => {
    const found = new Map<string, ts.SourceFile>()
    const visit = (file: string): void => {
      if (found.has(file)) return
      const text = readFileSync(join(output, file), 'utf8')
      found.set(file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
      for (const [, to = ''] of text.matchAll(/(?:from|import\() ?["'](\.[^"']+)["']/g))
        visit(unix(join(file, '..', to)).replace(/\.[jt]s$/, '.d.ts'))
    }
    visit(door.replace(/\.ts$/, '.d.ts'))
    return found
  }

  it.each(doors)('at %s say any nowhere', (door) => {
    const found = reachable(door)
    const offenders: Array<string> = []
    for (const [file, source] of found) {
      const visit = (node: ts.Node): void => {
        if (node.kind === ts.SyntaxKind.AnyKeyword)
          offenders.push(`${file}: ${node.parent.parent.getText(source).slice(0, 100)}`)
        node.forEachChild(visit)
      }
      visit(source)
    }
    expect(found.size).toBeGreaterThan(3)
    expect(offenders).toEqual([])
  })
})
