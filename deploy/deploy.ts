import { isLeft } from '#fp/Either'
import type { AnyApp } from '../src/app.ts'
import { isApp } from '../src/app.ts'
import { type Outline, outlineOf } from '../src/outline.ts'
import { pascal } from './component-name.ts'
import type { Configuration } from './config/configuration.ts'
import { ConfigurationError } from './config/configuration-error.ts'
import { named, shown } from './config/mistake.ts'
import type { ResolvedStage } from './config/resolve.ts'
import { deploymentOf } from './deployment.ts'
import { functionGrants } from './function-grant.ts'
import { type Functions, functionsOf, makeFunctions } from './functions.ts'
import type { Gateway } from './gateway.ts'
import { httpApi } from './http-api.ts'
import { lambdaFunction } from './lambda-function.ts'
import { LINK_PERMISSIONS, type LinkPermissions } from './link-permissions.ts'
import { pathToTry } from './path-to-try.ts'
import { API } from './place.ts'
import { restApi } from './rest-api.ts'

/**
 * What a deployment has beside its configuration.
 *
 * @since 0.1.0
 */
export interface DeployOptions {
  /** Components of SST that the functions may use, as `Resource` of `sst`. */
  readonly link?: ReadonlyArray<object>
  /**
   * Whether the functions may also do all that SST grants along with a link, such as `s3:*` on a bucket; `auto` when absent:
   * not where the policy is derived, nothing that it depends on is left open, and the source is seen to call that service
   * with that link. `never` allows no more than `autogenPolicy` or `iamPolicyFile` does.
   */
  readonly linkPermissions?: LinkPermissions
  /**
   * The command that `sst dev` runs beside the live functions, with the environment variables of `api` and what is
   * linked; `calix local` with the handler's file, the gateway, the stage and the time limit when absent, and `false` is
   * none.
   */
  readonly local?: string | false
}

/**
 * Deploys an app, from `run()` of an `sst.config.ts`: its functions, the gateway before them with every authorizer, and
 * what the configuration says for the stage. The routes are read as data; none of them runs.
 *
 * @param app what `calix(…)` came to
 * @param handler the file and the export that are its Lambda handler, from the folder of sst.config.ts: `src/app.handler`
 * @param configuration the options of each stage
 * @param options what else belongs to the deployment
 * @returns what `sst deploy` prints: the URL, a curl that tries it, the ARN of each function
 * @throws ConfigurationError that lists every mistake: in the configuration, with the stage, what the gateway cannot do;
 * when there is none, what keeps a policy from being derived.
 * @since 0.1.0
 * @example
 * // sst.config.ts
 * const config = {
 *   app: () => ({ name: 'helloworld', home: 'aws' }),
 *   async run() {
 *     const { deploy } = await import('calix/deploy')
 *     return deploy(app, 'src/app.handler', { stages: { dev: {}, prod: { lambdaMemorySize: 1024 } } })
 *   },
 * }
 */
export const deploy = (
  app: AnyApp,
  handler: string,
  configuration: Configuration = {},
  options: DeployOptions = {},
): Readonly<Record<string, unknown>> => {
  if (!isApp(app)) throw new TypeError("deploy(…) takes an app: deploy(app, 'src/app.handler')")
  const outline = outlineOf(app)
  const { root } = $cli.paths
  const deployment = deploymentOf(outline, handler, configuration, $app.stage, root)
  if (isLeft(deployment)) throw new ConfigurationError(deployment.left)
  const { stage, methods, file, notes } = deployment.right
  const { link = [], linkPermissions = 'auto' } = options
  if (!LINK_PERMISSIONS.includes(linkPermissions))
    throw new TypeError(
      `linkPermissions is ${LINK_PERMISSIONS.map(named).join(' or ')}, not ${shown(linkPermissions)}`,
    )
  const grants = functionGrants(
    { outline, stage, root, handler },
    functionsOf(outline, stage),
    link,
    linkPermissions,
  )
  if (isLeft(grants)) throw new ConfigurationError(grants.left)
  for (const note of [...notes, ...grants.right.notes]) console.warn(note)

  const before = pascal(stage.appName ?? outline.name ?? '') || 'Calix'
  const surroundings = { root, handler, grants: grants.right }
  if ($dev && options.local !== false)
    new sst.x.DevCommand(`${before}Local`, {
      dev: {
        command: options.local ?? localCommand(file, stage),
        autostart: true,
        title: 'calix local',
      },
      link: [...link],
      environment: { ...stage.forFunction(API).environmentVariables },
    })

  if (stage.gateway === 'url') {
    const authorization = outline.routes.some(({ guard }) => guard !== undefined) ? 'iam' : 'none'
    const component = `${before}Function`
    const made = lambdaFunction(
      component,
      stage.forFunction(API),
      surroundings,
      'answers every route',
      authorization,
    )
    return printed(outline, { url: made.url, outputs: {} }, new Map([[API, { component, lambda: made }]]))
  }
  const name = `${before}Api`
  const functions = makeFunctions(outline, stage, surroundings, before)
  const made =
    stage.gateway === 'rest'
      ? restApi(name, outline, methods, stage, functions, root)
      : httpApi(name, outline, methods, stage, functions)
  return printed(outline, made, functions)
}

/** `calix local` as the stage is. A function URL's events are those of an HTTP API, which is what stands in for it. */
const localCommand = (file: string, stage: ResolvedStage): string =>
  [
    `npx calix local ${file}`,
    `--payload ${stage.gateway === 'rest' ? 'rest' : 'http'}`,
    `--stage ${stage.stage}`,
    `--timeout ${stage.forFunction(API).lambdaTimeout}`,
  ].join(' ')

/** What `sst deploy` prints: texts side by side, since it prints records as Go does. */
const printed = (
  outline: Outline,
  { url, outputs }: Gateway,
  functions: Functions,
): Readonly<Record<string, unknown>> => {
  const base = url.apply((text) => text.replace(/\/$/, ''))
  const arns = [...functions].map(([name, { lambda }]) => [
    name === API ? 'function' : `function ${name}`,
    lambda.arn,
  ])
  return {
    url,
    curl: $interpolate`curl -i ${base}${pathToTry(outline)}`,
    ...Object.fromEntries(arns),
    ...outputs,
  }
}
