import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

// What would tell a program about this machine instead of about its stage.
const OWN = /^(AWS_|SST_|PULUMI_|XDG_CONFIG_HOME$|NODE_OPTIONS$|NODE_ENV$|VITEST|VITE_)/

/** The environment of a program: the machine's without its AWS account and its test runner, and what is given. */
export const environmentOf = (given: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name))),
  ...given,
})

const variablesIn = (file: string): NodeJS.Dict<string> =>
  existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}

/** With what the CLI reads from the project: `.env.STAGE` wins over `.env`, and the environment over both. */
export const withFiles = (
  project: string,
  stage: string,
  environment: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv => ({
  ...variablesIn(join(project, '.env')),
  ...variablesIn(join(project, `.env.${stage}`)),
  ...environment,
})
