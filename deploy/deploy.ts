import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Either, isLeft } from '#fp/Either'
import type { App } from '../src/app.ts'
import { isApp } from '../src/app.ts'
import { type Outline, outlineOf } from '../src/outline.ts'
import { incapabilities } from './capability.ts'
import { pascal } from './component-name.ts'
import type { Configuration } from './config/configuration.ts'
import { ConfigurationError } from './config/configuration-error.ts'
import { decodeConfiguration } from './config/decode.ts'
import { resolveStage } from './config/resolve.ts'
import { pathToTry } from './curl.ts'
import { type Functions, functionNames, makeFunctions } from './functions.ts'
import { httpMethods, restMethods } from './gateway-method.ts'
import { httpApi } from './http-api.ts'
import { lambdaFunction } from './lambda-function.ts'
import { API } from './place.ts'
import { type Gateway, restApi } from './rest-api.ts'

/**
 * What a deployment has beside its configuration.
 *
 * @since 0.1.0
 */
export interface DeployOptions {
  /** Components of SST that the functions may use, as `Resource` of `sst`; SST adds what their roles need for it. */
  readonly link?: ReadonlyArray<object>
  /**
   * The command that `sst dev` runs beside the live functions; `calix local` with the handler's file when absent, and
   * `false` is none.
   */
  readonly local?: string | false
}

const ENDINGS = ['.ts', '.mts', '.js', '.mjs', '.tsx', '.jsx', '.cts', '.cjs']

/** The file of a handler such as `src/app.handler`, from the project's folder. */
const fileOf = (handler: string, root: string): string => {
  const file = handler.slice(0, handler.lastIndexOf('.'))
  const ending = ENDINGS.find((each) => existsSync(join(root, file + each)))
  if (handler.includes('.') && ending !== undefined) return file + ending
  throw new ConfigurationError([
    {
      path: 'handler',
      message: `'${handler}' is a file and its export, as 'src/app.handler': there is no ${file || handler}.ts in the folder of sst.config.ts`,
    },
  ])
}

const refuse = (message: string): never => {
  throw new ConfigurationError([{ path: 'gateway', message }])
}

const orRefuse = <A>(result: Either<string, A>): A => (isLeft(result) ? refuse(result.left) : result.right)

/**
 * Deploys an app, from `run()` of an `sst.config.ts`: its functions, the gateway before them with every authorizer, and
 * what the configuration says for the stage. The routes are read as data; none of them runs.
 *
 * @param app what `calix(…)` came to
 * @param handler the file and the export that are its Lambda handler, from the folder of sst.config.ts: `src/app.handler`
 * @param configuration the options of each stage
 * @param options what else belongs to the deployment
 * @returns what `sst deploy` prints: the URL, a curl that tries it, the ARN of each function
 * @throws ConfigurationError that lists every mistake in the configuration, or what the gateway cannot do.
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
  app: App,
  handler: string,
  configuration: Configuration = {},
  options: DeployOptions = {},
): Readonly<Record<string, unknown>> => {
  if (!isApp(app)) throw new TypeError("deploy(…) takes an app: deploy(app, 'src/app.handler')")
  const outline = outlineOf(app)
  const { root } = $cli.paths
  const file = fileOf(handler, root)
  const decoded = decodeConfiguration(configuration, { functions: functionNames(outline) })
  if (isLeft(decoded)) throw new ConfigurationError(decoded.left)
  const resolved = resolveStage(decoded.right, $app.stage)
  if (isLeft(resolved)) throw new ConfigurationError(resolved.left)
  const stage = resolved.right
  const { gateway } = stage
  const incapable = incapabilities(outline, gateway)
  if (incapable.length > 0) throw new ConfigurationError(incapable, `the routes for gateway '${gateway}'`)

  const before = pascal(stage.appName ?? outline.name ?? '') || 'Calix'
  const surroundings = { root, handler, link: options.link ?? [] }
  if ($dev && options.local !== false)
    new sst.x.DevCommand(`${before}Local`, {
      dev: {
        command: options.local ?? `npx calix local ${file} --stage ${stage.stage}`,
        autostart: true,
        title: 'calix local',
      },
    })

  const isSingle = stage.functions === 'single'
  if (gateway === 'url') {
    if (!isSingle)
      refuse("a function URL is one function's: use functions 'single', or gateway 'rest' or 'http'")
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
  if (gateway === 'rest') {
    const methods = orRefuse(restMethods(outline, isSingle))
    const functions = makeFunctions(outline, stage, surroundings, before)
    return printed(outline, restApi(name, outline, methods, stage, functions, root), functions)
  }
  const methods = orRefuse(httpMethods(outline, isSingle))
  const functions = makeFunctions(outline, stage, surroundings, before)
  return printed(outline, httpApi(name, outline, methods, stage, functions), functions)
}

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
