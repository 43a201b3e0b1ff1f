import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLeft } from 'fp-ts/Either'
import { describe, expect, it } from 'vitest'
import { incapabilities } from '../../deploy/capability.ts'
import { CHALICE_NAME, DROPPED, VERSION, WHOLE_NAMES } from '../../deploy/config/chalice-keys.ts'
import { OPTION_NAMES } from '../../deploy/config/codec.ts'
import { ConfigurationError } from '../../deploy/config/configuration-error.ts'
import { decodeConfiguration } from '../../deploy/config/decode.ts'
import { STAGE_DEFAULTS } from '../../deploy/config/defaults.ts'
import { apiKey, authorize, calix, get, route } from '../../src/index.ts'
import { outlineOf } from '../../src/outline.ts'
import { functionsOf } from '../deploy/platform/functions.ts'
import { plan } from '../deploy/platform/plan.ts'
import { missingPlatform, type SstProject, sstProject } from '../deploy/platform/project.ts'
import { rolesOf } from '../deploy/platform/roles.ts'
import { ROOT } from './calix-local.ts'
import { fencesOf } from './fence.ts'

// What docs/deploy.md and docs/from-chalice.md say of the configuration is compared with the configuration.

const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

/** The rows of a section's tables, as cells; those whose first cell is a name in code. */
const rowsOf = (markdown: string, heading: string): ReadonlyArray<ReadonlyArray<string>> => {
  const [, ...rest] = markdown.split(`${heading}\n`)
  const [section = ''] = rest.join('').split(/^##+ /m)
  return section
    .split('\n')
    .filter((line) => /^\| `\w+` \|/.test(line))
    .map((line) => line.split(' |').map((cell) => cell.replace(/^\|? ?/, '').trim()))
}

const unquoted = (cell: string): string => cell.replace(/^`(.*)`$/, '$1')

const shown = (value: unknown): string => `\`${JSON.stringify(value).replaceAll('"', "'")}\``

const options = rowsOf(read('docs/deploy.md'), '### Every option')

it('the page has every option, and no other', () => {
  const names = options.map(([name = '']) => unquoted(name))
  expect(names.toSorted()).toEqual(OPTION_NAMES.toSorted())
})

it("the page has each option's default", () => {
  const defaults = new Map<string, unknown>(Object.entries(STAGE_DEFAULTS))
  for (const [name = '', , told = ''] of options) {
    const option = unquoted(name)
    if (defaults.has(option)) expect(`${option}: ${told}`).toBe(`${option}: ${shown(defaults.get(option))}`)
    else expect(`${option}: ${told}`).toMatch(/^\w+: [^`]/)
  }
})

it("the page has each option's name in Chalice", () => {
  for (const [name = '', , , told = ''] of options)
    expect([name, unquoted(told)]).toEqual([name, CHALICE_NAME.get(unquoted(name)) ?? ''])
})

it("the page for users of Chalice has each of Chalice's keys, with its name here", () => {
  const rows = rowsOf(read('docs/from-chalice.md'), '## `config.json`')
  const told = Object.fromEntries(rows.map(([key = '', ours = '']) => [unquoted(key), unquoted(ours)]))
  expect(told).toEqual({
    ...Object.fromEntries(WHOLE_NAMES),
    ...Object.fromEntries([...DROPPED.keys(), VERSION].map((key) => [key, ''])),
  })
})

const guarded = outlineOf(
  calix({}, authorize(apiKey())(route(get('/authenticated'), () => ({ secure: true })))),
)

it('the page counts the gateway responses', () => {
  expect(read('docs/deploy.md')).toContain(`| ${guarded.answers.length} gateway responses |`)
})

it('what a gateway cannot do is on the page as it is said', () => {
  const error = new ConfigurationError(incapabilities(guarded, 'http'))
  expect(read('docs/deploy.md')).toContain(`\n${error.name}: ${error.message}\n`)
})

it('the mistakes on the page are those of the configuration before them', () => {
  const fences = fencesOf('docs/deploy.md', read('docs/deploy.md'))
  const at = fences.findIndex(({ text }) => /^\d+ mistakes in the configuration:/.test(text))
  const decoded = decodeConfiguration(JSON.parse(fences[at - 1]?.text ?? ''), { functions: ['api'] })
  if (!isLeft(decoded)) throw new Error('There is no mistake in the configuration.')
  expect(new ConfigurationError(decoded.left).message).toBe(fences[at]?.text)
})

/** A page's `sst.config.ts`, in a project with an app and whatever else belongs to it. */
const projectOf = (page: string, files: Readonly<Record<string, string>> = {}): SstProject => {
  const config = fencesOf(page, read(page)).find(({ text }) => text.includes('$config('))
  const paths = { calix: [join(ROOT, 'src/index.ts')], 'calix/*': [join(ROOT, '*/index.ts')] }
  return sstProject({
    'app.ts': `import { calix, get, lambda, route } from 'calix'
export const app = calix({ name: 'my-api' }, route(get('/'), () => 'hello'))
export const handler = lambda(app)
`,
    'sst.config.ts': config?.text ?? '',
    'tsconfig.json': JSON.stringify({ compilerOptions: { paths } }),
    ...files,
  })
}

const missing = missingPlatform()
if (missing !== undefined) console.warn(`Skipped: what the pages deploy, because ${missing}.`)

describe.skipIf(missing !== undefined)('deployed as the page says', { timeout: 60_000 }, () => {
  const planned = async (page: string, stage: string, files?: Readonly<Record<string, string>>) => {
    const project = projectOf(page, files)
    try {
      return await plan({ project: project.root, stage })
    } finally {
      project.remove()
    }
  }

  it('it prints what the page shows, in the stage that it names', async () => {
    const prod = await planned('docs/deploy.md', 'prod')
    const shown = fencesOf('docs/deploy.md', read('docs/deploy.md')).find(({ text }) => text.startsWith('✓'))
    const [, printed = ''] = shown?.text.split('---\n') ?? []
    const lines = Object.entries(prod.outputs).map(([name, value]) => `   ${name}: ${value}`)
    expect(printed.split('\n')).toEqual(lines.toSorted())
    expect(functionsOf(prod).map(({ memory, timeout }) => [memory, timeout])).toEqual([[1024, 29]])
  })

  it('a role gets the policy that the page shows', async () => {
    const fences = fencesOf('docs/deploy.md', read('docs/deploy.md'))
    const at = fences.findIndex(({ text }) => text.includes('process.env.CITIES'))
    const config = `export default $config({
      app: () => ({ name: 'cities', home: 'aws' }),
      async run() {
        const { deploy } = await import('calix/deploy')
        const stages = { prod: { environmentVariables: { CITIES: 'cities-prod' } } }
        return deploy((await import('./app.ts')).app, 'app.handler', { stages })
      },
    })`
    const project = projectOf('docs/deploy.md', { 'app.ts': fences[at]?.text ?? '', 'sst.config.ts': config })
    try {
      const environment = { AWS_REGION: 'eu-central-1' }
      const planned = await plan({ project: project.root, stage: 'prod', environment })
      const documents = rolesOf(planned).flatMap(({ policies }) => policies.map((each) => each.document))
      expect(documents).toEqual([JSON.parse(fences[at + 1]?.text ?? '')])
    } finally {
      project.remove()
    }
  })

  it("a project of Chalice's takes its file", async () => {
    const [file] = fencesOf('docs/from-chalice.md', read('docs/from-chalice.md')).filter(
      ({ about }) => about === '.chalice/config.json',
    )
    const files = { '.chalice/config.json': file?.text ?? '' }
    const prod = await planned('docs/from-chalice.md', 'prod', files)
    const [role] = functionsOf(prod).map((each) => each.role)
    expect(role).toBe('arn:aws:iam::123456789012:role/helloworld')
    const qa = await planned('docs/from-chalice.md', 'qa', files)
    expect(functionsOf(qa).map(({ environment }) => environment)).toEqual([{ LOG: 'debug' }])
    expect(qa.outputs.url).toMatch(/\/qa\/$/)
  })
})
