import { createRequire } from 'node:module'
import { PolicyError } from '../deploy/policy/policy-error.ts'
import { LocalError } from '../local/runtime.ts'
import { didYouMean } from './did-you-mean.ts'
import { UsageError } from './flags.ts'
import { local } from './local.ts'
import { makeProject } from './new.ts'
import { openapi } from './openapi.ts'
import { policy } from './policy.ts'
import { routes } from './routes.ts'
import { usage } from './usage.ts'

const version = (): string => {
  const { version: found }: { readonly version: string } = createRequire(import.meta.url)(
    'calix/package.json',
  )
  return found
}

const COMMANDS = { local, new: makeProject, openapi, policy, routes } as const

const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name)

const run = async (args: ReadonlyArray<string>): Promise<void> => {
  const [name = '', ...rest] = args
  if (name === '--version' || name === '-v') return console.log(version())
  if (args.some((each) => each === '--help' || each === '-h')) return console.log(usage())
  if (isCommand(name)) return COMMANDS[name](rest)
  const known = Object.keys(COMMANDS)
  const meant = didYouMean(name, name.startsWith('-') ? ['--help', '--version'] : known)
  throw new UsageError(
    name === ''
      ? `A command is missing: ${known.join(' or ')}. See calix --help.`
      : `Unknown command ${name}.${meant}`,
  )
}

/** Runs what a command line says; what goes wrong is printed, and the process ends with exit code 1. Never rejects. */
export const command = async (args: ReadonlyArray<string>): Promise<void> => {
  try {
    await run(args)
  } catch (error) {
    const expected = [LocalError, PolicyError, UsageError].some((each) => error instanceof each)
    console.error(expected && error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
