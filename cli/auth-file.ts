import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { AUTH_MODES, type AuthCredentials, type AuthSettings, isAuthMode } from '../local/auth/settings.ts'
import { didYouMean } from './did-you-mean.ts'
import { UsageError } from './flags.ts'
import { parseJson } from './json-file.ts'

/** The file that is read when none is named. */
const DEFAULT_FILE = 'calix.local.json'

type Fields = Readonly<Record<string, unknown>>

/** Takes what is wrong, and where; it never repeats a value, which may be a secret. */
type Say = (at: string, what: string) => void

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A place in the file, as one writes it in JavaScript. */
const under = (at: string, name: string): string => {
  if (!/^[\w$]+$/.test(name)) return `${at}[${JSON.stringify(name)}]`
  return at === '' ? name : `${at}.${name}`
}

const entriesOf = (
  value: unknown,
  at: string,
  say: Say,
): ReadonlyArray<readonly [name: string, value: unknown]> => {
  if (value === undefined) return []
  if (isFields(value)) return Object.entries(value)
  say(at, 'must be an object')
  return []
}

const assertKnown = (value: Fields, known: ReadonlyArray<string>, at: string, say: Say): void => {
  for (const name of Object.keys(value))
    if (!known.includes(name)) say(under(at, name), `is no setting.${didYouMean(name, known)}`)
}

/** Texts by name, each of which must pass. */
const textsAt = (
  value: unknown,
  at: string,
  say: Say,
  mistakeIn: (name: string, text: string) => string | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    entriesOf(value, at, say).flatMap(([name, text]) => {
      const mistake = typeof text !== 'string' || text === '' ? 'must be a text' : mistakeIn(name, text)
      if (mistake !== undefined) say(under(at, name), mistake)
      return mistake === undefined && typeof text === 'string' ? [[name, text] as const] : []
    }),
  )

const apiKeysAt = (value: unknown, at: string, say: Say): Readonly<Record<string, string>> => {
  const names = new Map<string, string>()
  return textsAt(value, at, say, (name, key) => {
    const other = names.get(key)
    names.set(key, name)
    return other === undefined ? undefined : `is the same key as ${other}'s`
  })
}

const REQUIRED = ['accessKeyId', 'secretAccessKey']
const FORMS: Readonly<Record<string, readonly [form: RegExp, mistake: string]>> = {
  accountId: [/^\d{12}$/, 'must be 12 digits'],
  userArn: [/^arn:[\w-]+:(?:iam|sts)::\d{12}:\S+$/, 'must be the ARN of a user or of an assumed role'],
}
const CREDENTIAL_FIELDS = [...REQUIRED, 'sessionToken', ...Object.keys(FORMS)]

const credentialsAt = (value: unknown, at: string, say: Say): ReadonlyArray<AuthCredentials> => {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    say(at, 'must be a list')
    return []
  }
  return value.flatMap((each: unknown, index) => {
    const here = `${at}[${index}]`
    if (!isFields(each)) {
      say(here, 'must be an object')
      return []
    }
    assertKnown(each, CREDENTIAL_FIELDS, here, say)
    for (const name of REQUIRED) if (each[name] === undefined) say(under(here, name), 'is missing')
    const known = Object.fromEntries(
      Object.entries(each).filter(([name]) => CREDENTIAL_FIELDS.includes(name)),
    )
    const texts = textsAt(known, here, say, (name, text) => {
      const [form, mistake] = FORMS[name] ?? []
      return form === undefined || form.test(text) ? undefined : mistake
    })
    const { accessKeyId, secretAccessKey, ...rest } = texts
    return accessKeyId === undefined || secretAccessKey === undefined
      ? []
      : [{ accessKeyId, secretAccessKey, ...rest }]
  })
}

const isIssuer = (name: string): boolean =>
  /^arn:[\w-]+:cognito-idp:[\w-]+:\d{12}:userpool\/[\w-]+$/.test(name) ||
  (URL.canParse(name) && new URL(name).protocol === 'https:')

/** Files are named from the folder of the file that names them. */
const jwksAt = (value: unknown, at: string, folder: string, say: Say): Readonly<Record<string, string>> => {
  const places = textsAt(value, at, say, (name) =>
    isIssuer(name)
      ? undefined
      : "is for no issuer: name an https URL, as in 'iss', or the ARN of a user pool",
  )
  return Object.fromEntries(
    Object.entries(places).map(([name, place]) => [
      name,
      /^(?:https?|file):/.test(place) ? place : resolve(folder, place),
    ]),
  )
}

const SETTINGS = ['mode', 'apiKeys', 'credentials', 'jwks']

/** Settings at a place of the file; what is not said there is not in them. */
const settingsAt = (value: Fields, at: string, folder: string, say: Say): AuthSettings => {
  const { apiKeys, credentials, jwks, mode } = value
  const isMode = typeof mode === 'string' && isAuthMode(mode)
  if (mode !== undefined && !isMode) say(under(at, 'mode'), `must be one of ${AUTH_MODES.join(', ')}`)
  return {
    ...(isMode ? { mode } : {}),
    ...(apiKeys === undefined ? {} : { apiKeys: apiKeysAt(apiKeys, under(at, 'apiKeys'), say) }),
    ...(credentials === undefined
      ? {}
      : { credentials: credentialsAt(credentials, under(at, 'credentials'), say) }),
    ...(jwks === undefined ? {} : { jwks: jwksAt(jwks, under(at, 'jwks'), folder, say) }),
  }
}

/** The settings of a file for a stage: what the stage says of `stages` stands in the place of what the top says. */
const decode = (value: unknown, stage: string, folder: string, name: string): AuthSettings => {
  const mistakes: Array<string> = []
  const say: Say = (at, what) => void mistakes.push(`${name}: ${at === '' ? 'the whole' : at} ${what}`)
  const all = isFields(value) ? value : {}
  if (!isFields(value)) say('', 'must be an object')
  assertKnown(all, [...SETTINGS, 'stages'], '', say)
  const top = settingsAt(all, '', folder, say)
  const stages = new Map(
    entriesOf(all.stages, 'stages', say).map(([each, told]) => {
      const at = under('stages', each)
      if (!isFields(told)) say(at, 'must be an object')
      else assertKnown(told, SETTINGS, at, say)
      return [each, isFields(told) ? settingsAt(told, at, folder, say) : {}] as const
    }),
  )
  if (mistakes.length > 0) throw new UsageError(mistakes.join('\n'))
  return { ...top, ...stages.get(stage) }
}

/** The credentials of AWS's own variables: https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html */
const environmentCredentials = (): ReadonlyArray<AuthCredentials> => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId = '',
    AWS_SECRET_ACCESS_KEY: secretAccessKey = '',
    AWS_SESSION_TOKEN: sessionToken = '',
  } = process.env
  if (accessKeyId === '' || secretAccessKey === '') return []
  return [{ accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) }]
}

/**
 * What credentials are checked against: what a file says, and the AWS credentials of the environment.
 *
 * @param named a file's path; `calix.local.json` in the working directory, if it is there, when absent
 * @param stage whose settings go before the others
 * @throws UsageError when the file is not there, or with a line for each mistake in it
 */
export const authSettings = (named: string | undefined, stage: string): AuthSettings => {
  const file = resolve(named ?? DEFAULT_FILE)
  const name = basename(file)
  const found = statSync(file, { throwIfNoEntry: false })
  if (named !== undefined && found === undefined) throw new UsageError(`--auth-file: there is no ${named}.`)
  if (named !== undefined && found?.isFile() !== true)
    throw new UsageError(`--auth-file: ${named} is no file.`)
  const told =
    found?.isFile() === true
      ? decode(parseJson(readFileSync(file, 'utf8'), name), stage, dirname(file), name)
      : {}
  return { ...told, credentials: [...(told.credentials ?? []), ...environmentCredentials()] }
}
