import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ConfigurationError } from './config/configuration-error.ts'

/**
 * A policy document from a file, as text.
 *
 * @param option which option names the file
 * @throws ConfigurationError when there is no such file, or it is no policy.
 */
export const readPolicy = (option: string, file: string, root: string): string => {
  const wrong = (message: string): ConfigurationError => new ConfigurationError([{ path: option, message }])
  let text: string
  try {
    text = readFileSync(resolve(root, file), 'utf8')
  } catch {
    throw wrong(`'${file}' cannot be read: it is looked for in the folder of sst.config.ts`)
  }
  try {
    const policy: unknown = JSON.parse(text)
    if (typeof policy === 'object' && policy !== null && 'Statement' in policy) return JSON.stringify(policy)
  } catch {
    throw wrong(`'${file}' is no JSON`)
  }
  throw wrong(`'${file}' is no policy: it has no Statement`)
}
