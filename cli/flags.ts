import { parseArgs } from 'node:util'
import { didYouMean } from './did-you-mean.ts'

/** A command that was not put as it must be: printed as one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A flag of a command: `--name value`, which a list takes again and again, or for a switch `--name` and `--no-name`. */
export interface Flag {
  readonly kind: 'value' | 'list' | 'switch'
  readonly about: string
  /** What help calls the value; the flag's own name when absent. */
  readonly takes?: string
  /** Whether a switch is on where nothing is said of it. */
  readonly isOn?: true
}

/** What a command line says. */
export interface CommandLine {
  readonly words: ReadonlyArray<string>
  readonly values: Readonly<Record<string, string>>
  readonly lists: Readonly<Record<string, ReadonlyArray<string>>>
  readonly switches: Readonly<Record<string, boolean>>
}

/**
 * Reads the arguments of a command.
 * @throws UsageError on a flag that is not known, with the nearest one that is, or on a value that is missing
 */
export const readFlags = (
  args: ReadonlyArray<string>,
  known: Readonly<Record<string, Flag>>,
): CommandLine => {
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { kind }]) => [
      name,
      { type: kind === 'switch' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const { tokens } = parseArgs({
    args: [...args],
    options,
    tokens: true,
    strict: false,
    allowPositionals: true,
  })
  const words: string[] = []
  const values: Record<string, string> = {}
  const lists: Record<string, ReadonlyArray<string>> = {}
  const switches: Record<string, boolean> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const negated = token.name.startsWith('no-') ? token.name.slice(3) : undefined
    const name = negated !== undefined && known[negated]?.kind === 'switch' ? negated : token.name
    const flag = Object.hasOwn(known, name) ? known[name] : undefined
    if (flag === undefined) {
      const names = Object.keys(known).map((each) => `--${each}`)
      throw new UsageError(`Unknown option ${token.rawName}.${didYouMean(`--${token.name}`, names)}`)
    }
    if (flag.kind !== 'switch') {
      // `--port --stage dev`: the next flag is no value.
      if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
        throw new UsageError(`${token.rawName} takes a value: ${flag.about}.`)
      if (flag.kind === 'list') lists[name] = [...(lists[name] ?? []), token.value]
      else values[name] = token.value
    } else {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`)
      switches[name] = name === token.name
    }
  }
  return { words, values, lists, switches }
}

/**
 * A whole number within bounds.
 * @throws UsageError when it is not
 */
export const wholeNumber = (flag: string, value: string, least: number, most: number): number => {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  throw new UsageError(`--${flag} takes a whole number from ${least} to ${most}, not '${value}'.`)
}
