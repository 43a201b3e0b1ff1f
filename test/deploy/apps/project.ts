import { join } from 'node:path'
import type { Plan } from '../platform/plan.ts'
import { type SstProject, sstProject } from '../platform/project.ts'

const repository = join(import.meta.dirname, '../../..')

/** A call of `deploy`, in the `run()` of a configuration. */
export interface Deployment {
  /** The file of this folder that exports `app` and `handler`. */
  readonly app: string
  readonly configuration?: object
  readonly options?: object
}

/** The apps of this folder in a project of their own, which finds calix's sources under the package's name. */
export const appsProject = (files: Readonly<Record<string, string>> = {}): SstProject => {
  const project = sstProject(import.meta.dirname)
  const paths = { calix: [join(repository, 'src/index.ts')], 'calix/*': [join(repository, '*/index.ts')] }
  project.write('tsconfig.json', JSON.stringify({ compilerOptions: { paths } }))
  for (const [file, text] of Object.entries(files)) project.write(file, text)
  return project
}

/** What a user writes in a configuration: what `run()` does, with `deploy` and `fromChalice` at hand. */
export const configText = (run: string, app = "{ name: 'shop', home: 'aws' }"): string => `
export default $config({
  app: () => (${app}),
  async run() {
    const { ConfigurationError, deploy, fromChalice } = await import('calix/deploy')
    ${run}
  },
})
`

/** `deploy(…)` as a configuration calls it. */
export const deployCall = ({ app, configuration, options }: Deployment): string => {
  const rest = [configuration, options].map((each) =>
    each === undefined ? 'undefined' : JSON.stringify(each),
  )
  return `deploy((await import('./${app}.ts')).app, '${app}.handler', ${rest.join(', ')})`
}

/**
 * Several deployments in one configuration, each under its `appName`, which is what the names of its components begin
 * with: a plan takes seconds, whatever is in it.
 */
export const deployAll = (deployments: Readonly<Record<string, Deployment>>): string => {
  const calls = Object.entries(deployments).map(
    ([appName, { configuration, ...rest }]) =>
      `${appName}: ${deployCall({ ...rest, configuration: { appName, ...configuration } })}`,
  )
  return `return { ${calls.join(', ')} }`
}

/** The resources of one of several deployments. */
export const partOf = (plan: Plan, appName: string): Plan => {
  const isOurs = (name: string): boolean => new RegExp(`^${appName}(?![a-z])`).test(name)
  const resources = plan.resources.filter(({ name }) => isOurs(name))
  if (resources.length === 0) throw new Error(`Nothing is planned for '${appName}'`)
  const { [appName]: outputs } = plan.outputs
  return {
    ...plan,
    resources,
    builds: plan.builds.filter(({ functionID }) => isOurs(functionID)),
    outputs: typeof outputs === 'object' && outputs !== null ? { ...outputs } : {},
  }
}
