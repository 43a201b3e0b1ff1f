import type { FunctionBuild } from './builds.ts'
import type { Registration } from './registration.ts'
import { byType, type Planned, record, string, strings, type Values } from './resources.ts'

/** A Lambda function that would be created. */
export interface PlannedFunction {
  /** The name of SST's component, which is also the id of its bundle. */
  readonly name: string
  readonly functionName: string
  readonly arn: string
  readonly invokeArn: string
  /** In MB. */
  readonly memory: unknown
  /** In seconds. */
  readonly timeout: unknown
  readonly architecture: string | undefined
  readonly runtime: string | undefined
  /** Without SST's own: what the app and its configuration put there. */
  readonly environment: Values
  readonly tags: Values
  readonly layers: ReadonlyArray<string>
  readonly tracing: string | undefined
  readonly reservedConcurrency: unknown
  readonly vpc: Values
  /** The ARN of its role. */
  readonly role: string | undefined
  /** In days; undefined without a log group of its own. */
  readonly logRetention: unknown
  /** What SST was asked to bundle; a deployment does not know it. */
  readonly build: FunctionBuild | undefined
  readonly resource: Registration
}

// The component that made it; a function without one has its own name.
const componentOf = ({ parent, name }: Registration): string =>
  /\bsst:aws:Function::(.+)$/.exec(parent ?? '')?.[1] ?? name

const read = (planned: Planned): ReadonlyArray<PlannedFunction> => {
  const logGroups = byType(planned, 'aws:cloudwatch/logGroup:LogGroup')
  return byType(planned, 'aws:lambda/function:Function').map((resource) => {
    const { inputs, outputs } = resource
    const name = componentOf(resource)
    const variables = Object.entries(record(record(inputs.environment).variables))
    const { logGroup } = record(inputs.loggingConfig)
    return {
      name,
      functionName: String(outputs.name),
      arn: String(outputs.arn),
      invokeArn: String(outputs.invokeArn),
      memory: inputs.memorySize,
      timeout: inputs.timeout,
      architecture: strings(inputs.architectures)[0],
      runtime: string(inputs.runtime),
      environment: Object.fromEntries(variables.filter(([key]) => !key.startsWith('SST_'))),
      tags: record(inputs.tags),
      layers: strings(inputs.layers),
      tracing: string(record(inputs.tracingConfig).mode),
      reservedConcurrency: inputs.reservedConcurrentExecutions,
      vpc: record(inputs.vpcConfig),
      role: string(inputs.role),
      logRetention: logGroups.find(({ outputs: { name: found } }) => found === logGroup)?.inputs
        .retentionInDays,
      build: planned.builds?.find(({ functionID }) => functionID === name),
      resource,
    }
  })
}

// A plan does not change, and every method of an API asks for its function.
const known = new WeakMap<ReadonlyArray<Registration>, ReadonlyArray<PlannedFunction>>()

/** The Lambda functions of a plan. */
export const functionsOf = (planned: Planned): ReadonlyArray<PlannedFunction> => {
  const found = known.get(planned.resources) ?? read(planned)
  known.set(planned.resources, found)
  return found
}

/** The function that an integration, an authorizer or a permission names by ARN, by the gateway's URI of it or by name. */
export const functionAt = (planned: Planned, uri: unknown): PlannedFunction | undefined =>
  functionsOf(planned).find(({ arn, functionName }) => {
    if (typeof uri !== 'string') return false
    const mentioned = /function:([^:/]+)/.exec(uri)?.[1] ?? uri
    return mentioned === functionName || uri === arn
  })

/** A function URL that would be created. */
export interface FunctionUrl {
  readonly url: string
  readonly authorization: string | undefined
  readonly invokeMode: string | undefined
  readonly cors: Values | undefined
  readonly function: PlannedFunction | undefined
}

export const functionUrlsOf = (planned: Planned): ReadonlyArray<FunctionUrl> =>
  byType(planned, 'aws:lambda/functionUrl:FunctionUrl').map(({ inputs, outputs }) => ({
    url: String(outputs.functionUrl),
    authorization: string(inputs.authorizationType),
    invokeMode: string(inputs.invokeMode),
    cors: inputs.cors === undefined ? undefined : record(inputs.cors),
    function: functionAt(planned, inputs.functionName),
  }))

/** Who may invoke which function. */
export interface Permission {
  readonly function: PlannedFunction | undefined
  readonly action: string | undefined
  readonly principal: string | undefined
  readonly sourceArn: string | undefined
  readonly functionUrlAuthType: string | undefined
}

export const permissionsOf = (planned: Planned): ReadonlyArray<Permission> =>
  byType(planned, 'aws:lambda/permission:Permission').map(({ inputs }) => ({
    function: functionAt(planned, inputs.function),
    action: string(inputs.action),
    principal: string(inputs.principal),
    sourceArn: string(inputs.sourceArn),
    functionUrlAuthType: string(inputs.functionUrlAuthType),
  }))
