import { UsageError } from './flags.ts'

/**
 * What a file of JSON says.
 *
 * @param name what messages call the file
 * @throws UsageError when it is no JSON, with the place and nothing of what the file says, which may be a secret
 */
export const parseJson = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    // The rest of the message repeats what is in the file.
    const [where] = /line \d+ column \d+/.exec(String(error)) ?? []
    throw new UsageError(`${name} is no JSON${where === undefined ? '' : `: see ${where}`}.`)
  }
}
