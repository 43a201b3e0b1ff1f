import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { bundle } from './bundle.ts'

/** What `app()` of a configuration returned, as the CLI completes it. */
export interface App {
  readonly name: string
  readonly stage: string
  readonly home: string
  readonly removal: string
  readonly protect: boolean
  readonly providers: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly version: string
  readonly region: string
}

const evaluate = (file: string, cwd: string, environment: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--no-warnings', file],
      { cwd, env: environment },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout)
        else reject(new Error(`Error evaluating config: ${stderr || stdout || error.message}`))
      },
    )
  })

const refused = (reason: string): never => {
  throw new Error(`sst.config.ts: ${reason}`)
}

const providersOf = (given: unknown, home: string): Record<string, Record<string, unknown>> => {
  const providers: Record<string, Record<string, unknown>> = {}
  for (const [name, options] of Object.entries(given ?? {})) {
    if (typeof options === 'boolean') {
      refused(
        `Setting providers.${name} to ${options} is deprecated. Specify the version explicitly instead.`,
      )
    }
    providers[name] = typeof options === 'string' ? { version: options } : { ...options }
  }
  if (home !== 'local') providers[home] ??= {}
  return providers
}

const completed = (returned: Record<string, unknown>, stage: string, environment: NodeJS.ProcessEnv): App => {
  const { name, home, removal = 'retain', protect = false, version = '' } = returned
  if (typeof name !== 'string' || name === '') return refused('Project name is required')
  if (/^[^a-zA-Z]|[^a-zA-Z0-9-]/.test(name)) return refused(`The app name '${name}' is invalid`)
  if (/[^a-zA-Z0-9-]/.test(stage)) return refused(`The stage name '${stage}' is invalid`)
  if (typeof home !== 'string' || home === '') return refused('You must specify a "home" provider')
  if (typeof removal !== 'string' || !['remove', 'retain', 'retain-all'].includes(removal)) {
    return refused('Removal must be one of: remove, retain, retain-all')
  }
  const providers = providersOf(returned.providers, home)
  const given = providers.aws?.region
  const region = typeof given === 'string' ? given : (environment.AWS_REGION ?? 'us-east-1')
  if (providers.aws !== undefined) {
    const { defaultTags } = providers.aws
    const tags =
      typeof defaultTags === 'object' && defaultTags !== null && 'tags' in defaultTags ? defaultTags.tags : {}
    providers.aws = {
      ...providers.aws,
      defaultTags: { tags: { ...(tags as object), 'sst:app': name, 'sst:stage': stage } },
      region,
    }
  }
  return {
    name,
    stage,
    home,
    removal,
    protect: protect === true,
    providers,
    version: String(version),
    region,
  }
}

/** Runs `app()` of a configuration in a process of its own, as the CLI does first. @throws Error of the program */
export const evaluateApp = async (
  root: string,
  config: string,
  stage: string,
  outfile: string,
  environment: NodeJS.ProcessEnv,
): Promise<App> => {
  try {
    await bundle({
      root,
      outfile,
      banner: 'function $config(input) { return input }',
      define: { $input: { stage } },
      code: `
        import mod from ${JSON.stringify(config)};
        console.log("~j" + JSON.stringify(await mod.app({ stage: $input.stage || undefined })))`,
    })
    const printed = await evaluate(outfile, root, environment)
    const line = printed.split('\n').find((candidate) => candidate.startsWith('~j'))
    if (line === undefined) return refused(`app() returned nothing. It printed: ${printed}`)
    return completed(JSON.parse(line.slice(2)), stage, environment)
  } finally {
    await Promise.all([rm(outfile, { force: true }), rm(`${outfile}.map`, { force: true })])
  }
}
