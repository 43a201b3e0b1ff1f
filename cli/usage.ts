import type { Flag } from './flags.ts'
import { LOCAL_FLAGS } from './local.ts'
import { OPENAPI_FLAGS } from './openapi.ts'
import { POLICY_FLAGS } from './policy.ts'

/** Wide enough for the longest flag. */
const WIDTH = 25

const flagLines = (flags: Readonly<Record<string, Flag>>): ReadonlyArray<string> =>
  Object.entries(flags).map(([name, { kind, about, isOn, takes }]) => {
    const shapes = {
      switch: isOn === true ? `--[no-]${name}` : `--${name}`,
      value: `--${name} <${takes ?? name}>`,
      list: `--${name} <${takes ?? 'name'}>`,
    }
    return `  ${shapes[kind].padEnd(WIDTH)} ${about}`
  })

/** What `calix --help` prints. */
export const usage = (): string =>
  [
    'Usage: calix <command>',
    '',
    'Commands:',
    '  local [entry]             serve an app on this machine, as Lambda and API Gateway would',
    '  new <name>                make a folder with an app, its test and its deployment',
    '  openapi [entry]           print the OpenAPI document of an app',
    '  policy [entry]            print the IAM policy that an app needs, from its source',
    '  routes [entry]            print the routes of an app',
    '',
    'The entry is the file that exports the app; app.ts or src/app.ts when it is left out.',
    '',
    'Options of local:',
    ...flagLines(LOCAL_FLAGS),
    '',
    'Options of openapi:',
    ...flagLines(OPENAPI_FLAGS),
    '',
    'Options of policy:',
    ...flagLines(POLICY_FLAGS),
    '',
    '  --help                    print this',
    '  --version                 print the version',
  ].join('\n')
