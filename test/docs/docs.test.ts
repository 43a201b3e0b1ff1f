import { execFile, spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCalixCommand, runCalix } from './calix-command.ts'
import { type CalixLocal, calixLocal, type LocalCommand, ROOT } from './calix-local.ts'
import { commandsOf, type Fence, fencesOf } from './fence.ts'
import { brokenLinks } from './link.ts'
import { isEmulator, lacksEmulator, pageEmulator } from './page-emulator.ts'
import { answerDifference, jsonDifference, textDifference } from './printed.ts'
import { PROVEN } from './proven.ts'
import { servingOf } from './serving.ts'
import {
  fileOf,
  folderOf,
  refusalsOf,
  removeSnippets,
  runSnippet,
  typeErrors,
  writePageFile,
  writeSnippets,
} from './snippets.ts'

const PAGES = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT }).sort()]

const LANGUAGES = ['sh', 'http', 'text', 'ts', 'json']

/** How what a command prints is compared with the fence after it, by the fence's language. */
const DIFFERENCES: Readonly<Record<string, (shown: string, printed: string) => string | undefined>> = {
  http: answerDifference,
  json: jsonDifference,
}

/** The address in the pages, in whose place the server of this run stands. */
const SHOWN = '127.0.0.1:8080'

const hasCurl = spawnSync('curl', ['--version']).status === 0

const isCurl = (command: string): boolean => /\bcurl\b/.test(command)

/** Why a step of a page cannot be run on this machine; `undefined` when it can. */
const lackOf = (command: string, { env = {} }: LocalCommand, starts: boolean): string | undefined => {
  if (isCurl(command) && !hasCurl) return 'this machine has no curl'
  const served = isCurl(command) || starts ? Object.values(env) : []
  return [command, ...served].map(lacksEmulator).find((reason) => reason !== undefined)
}

const isFile = ({ language, about }: Fence): boolean =>
  (language === 'ts' && about.includes('.')) ||
  (language === 'json' && about !== '' && existsSync(join(ROOT, about)))
/** A file that is the page's own: the repository has none of the name. */
const isPageFile = (fence: Fence): boolean =>
  fence.language === 'json' && fence.about !== '' && !isFile(fence)
const isSnippet = (fence: Fence): boolean => fence.language === 'ts' && !isFile(fence) && !isRefused(fence)
/** A block that does not compile, which is what its page says of it. */
const isRefused = ({ language, about }: Fence): boolean => language === 'ts' && about === 'refused'

const pages = PAGES.map((page) => ({ page, fences: fencesOf(page, readFileSync(join(ROOT, page), 'utf8')) }))

const sh = async (command: string): Promise<string> => {
  const { stdout } = await promisify(execFile)('sh', ['-c', command], {
    timeout: 20_000,
    // Nothing of the user's own settings changes what curl sends.
    env: { PATH: process.env.PATH, CURL_HOME: ROOT, NO_PROXY: '*' },
  })
  return stdout
}

/** What `calix local` reads of itself in the folder that it is started in, which here is another. */
const SETTINGS = 'calix.local.json'

const withSettings = (serving: LocalCommand, page: string): LocalCommand => {
  const file = join(folderOf(page), SETTINGS)
  return existsSync(file) ? { ...serving, flags: [...(serving.flags ?? []), '--auth-file', file] } : serving
}

let refusalOf: (fence: Fence) => string = () => ''

beforeAll(async () => {
  const all = pages.flatMap(({ fences }) => fences)
  refusalOf = await refusalsOf(all.filter(isRefused))
  await writeSnippets(all.filter(isSnippet))
  await Promise.all(all.filter(isPageFile).map(writePageFile))
})
afterAll(removeSnippets)

it('the TypeScript of the pages has no type errors', async () => {
  expect(await typeErrors()).toBe('')
})

it('the commands that are proven elsewhere are on a page, and their scripts exist', () => {
  const shown = pages
    .flatMap(({ fences }) => fences.filter(({ language }) => language === 'sh'))
    .flatMap(({ text }) => commandsOf(text))
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  for (const command of Object.keys(PROVEN)) {
    expect(shown).toContain(command)
    const script = /^npm (?:run )?(\S+)$/.exec(command)?.[1]
    if (script !== undefined) expect(scripts).toHaveProperty(script)
  }
})

describe.each(pages)('$page', ({ page, fences }) => {
  let running: { readonly serving: LocalCommand; readonly local: CalixLocal } | undefined
  const emulator = pageEmulator()

  /** The one server of the page: another command is another server, so that each begins with nothing in memory. */
  const serverFor = async (serving: LocalCommand): Promise<CalixLocal> => {
    if (running?.serving === serving) return running.local
    await running?.local.stop()
    running = undefined
    const env = Object.entries(serving.env ?? {}).map(([name, value]) => [name, emulator.address(value)])
    const command = withSettings({ ...serving, env: Object.fromEntries(env) }, page)
    running = { serving, local: await calixLocal(command) }
    return running.local
  }

  afterAll(async () => {
    await running?.local.stop()
    await emulator.close()
  })

  it('has fences of known languages alone', () => {
    const unknown = fences.filter(({ language }) => !LANGUAGES.includes(language))
    expect(unknown.map(({ line, language }) => `${page}:${line}: '${language}'`)).toEqual([])
  })

  it('has links that lead somewhere', () => {
    expect(brokenLinks(join(ROOT, page))).toEqual([])
  })

  let serving: LocalCommand = {}
  let served: string | undefined

  for (const [index, fence] of fences.entries()) {
    const { line, language, about, text } = fence
    const next = fences[index + 1]
    const at = `${page}:${line}`

    if (isFile(fence))
      it(`line ${line} is ${about}`, () => {
        expect(text).toBe(readFileSync(join(ROOT, about), 'utf8').trimEnd())
      })

    if (isSnippet(fence) && about !== 'fragment')
      it(`line ${line} runs`, async () => {
        expect(['', 'serve'], `${at}: what is '${about}'?`).toContain(about)
        const printed = await runSnippet(fence)
        if (next?.language === 'text') expect(textDifference(next.text, printed)).toBe(undefined)
      })

    if (isRefused(fence))
      it(`line ${line} does not compile`, () => {
        expect(next?.language, `${at}: what the compiler says must follow`).toBe('text')
        expect(textDifference(next?.text ?? '', refusalOf(fence))).toBe(undefined)
      })

    if (about === 'serve') {
      served = fileOf(fence)
      serving = { entry: served }
    }

    if (language === 'json')
      it(`line ${line} is JSON`, () => {
        expect(() => JSON.parse(text), at).not.toThrow()
      })

    if (language !== 'sh') continue

    const steps = commandsOf(text).map((command) => {
      const starts = servingOf(command, served)
      serving = starts ?? serving
      return { command, starts: starts !== undefined, serving, entry: served }
    })
    const prints = steps.some(({ command }) => isCurl(command) || isCalixCommand(command))
    const lack = steps
      .map(({ command, serving, starts }) => lackOf(command, serving, starts))
      .find((reason) => reason !== undefined)
    if (lack !== undefined) console.warn(`Skipped: ${at}, because ${lack}.`)

    it.skipIf(lack !== undefined)(
      `line ${line}: ${steps.map(({ command }) => command).join('; ')}`,
      async () => {
        let printed = ''
        for (const { command, starts, serving, entry } of steps) {
          if (isCalixCommand(command)) {
            const { output, errors } = await runCalix(command, folderOf(page), entry)
            printed += output + errors
          } else if (isEmulator(command)) await emulator.start()
          else if (isCurl(command)) {
            const { url } = await serverFor(serving)
            const address = new URL(url).host
            const sent = emulator.address(command).replaceAll(SHOWN, address)
            printed += (await sh(sent)).replaceAll(address, SHOWN)
          } else if (!starts)
            expect(Object.keys(PROVEN), `${at}: no test proves this command`).toContain(command)
        }
        const last = steps.at(-1)
        if (last?.starts && next?.language === 'text') {
          const { output, url } = await serverFor(last.serving)
          const shown = output().replaceAll(new URL(url).host, SHOWN)
          expect(textDifference(next.text, shown)).toBe(undefined)
        }
        if (!prints) return
        expect(['http', 'text', 'json'], `${at}: what it prints must follow`).toContain(next?.language)
        const difference = DIFFERENCES[next?.language ?? ''] ?? textDifference
        expect(difference(next?.text ?? '', printed)).toBe(undefined)
      },
    )
  }
})
