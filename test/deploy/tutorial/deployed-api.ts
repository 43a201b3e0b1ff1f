import { type Permission, permissionsOf } from '../platform/functions.ts'
import type { Registration } from '../platform/registration.ts'
import { byType, type Planned, record, strings } from '../platform/resources.ts'
import {
  type GatewayResponse,
  gatewayResponsesOf,
  methodsOf,
  type RestMethod,
  restApisOf,
  restStagesOf,
} from '../platform/rest-api.ts'

/** A REST API as it stands once it is deployed: nothing in it comes from the app. */
export interface DeployedApi {
  readonly id: string
  /** `arn:aws:execute-api:<region>:<account>:<api>`. */
  readonly executionArn: string
  readonly domainName: string
  readonly stage: string
  readonly stageVariables: Readonly<Record<string, string>>
  readonly binaryTypes: ReadonlyArray<string>
  /** Those that the stage shows. */
  readonly methods: ReadonlyArray<RestMethod>
  readonly responses: ReadonlyArray<GatewayResponse>
  /** The keys of the stage's usage plans. */
  readonly keys: ReadonlyArray<{ readonly id: string; readonly value: string }>
  readonly permissions: ReadonlyArray<Permission>
}

const only = <A>(all: ReadonlyArray<A>, what: string): A => {
  const [first, ...others] = all
  if (first === undefined || others.length > 0) throw new Error(`There is not one ${what}: ${all.length}.`)
  return first
}

const texts = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

const keysOf = (planned: Planned, api: string, stage: string): DeployedApi['keys'] => {
  const at = (kind: string) => byType(planned, `aws:apigateway/${kind}`)
  const plans = at('usagePlan:UsagePlan').filter(({ inputs }) => {
    const stages: ReadonlyArray<unknown> = Array.isArray(inputs.apiStages) ? inputs.apiStages : []
    return stages.map(record).some((each) => each.apiId === api && each.stage === stage)
  })
  const members = at('usagePlanKey:UsagePlanKey').filter(({ inputs }) =>
    plans.some(({ id }) => id === inputs.usagePlanId),
  )
  return at('apiKey:ApiKey')
    .filter(
      ({ id, outputs }) => outputs.enabled !== false && members.some((each) => each.inputs.keyId === id),
    )
    .map(({ id, outputs }) => ({ id: String(id), value: String(outputs.value) }))
}

/** What a deployment takes into its snapshot: what is there before it. */
const SNAPSHOT = ['method:Method', 'integration:Integration', 'authorizer:Authorizer', 'response:Response']

/** The resources without what is made beside a deployment or after it, which the stage does not show. */
const shownBy = ({ resources }: Planned, deployment: Registration | undefined): Planned => {
  const before = new Set(deployment?.dependencies)
  const isPart = ({ type }: Registration): boolean =>
    SNAPSHOT.some((each) => type === `aws:apigateway/${each}`)
  return { resources: resources.filter((each) => !isPart(each) || before.has(each.urn)) }
}

/**
 * Reads the one REST API among some resources. A deployment is a snapshot: it has what was there before it, which is what
 * it waits for.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html
 *
 * @throws Error where there is not one API with one stage
 */
export const deployedApi = (planned: Planned): DeployedApi => {
  const api = only(restApisOf(planned), 'REST API')
  const stage = only(restStagesOf(planned), 'stage')
  const shown = shownBy(planned, stage.deployment)
  const id = String(api.id)
  return {
    id,
    executionArn: String(api.outputs.executionArn),
    domainName: new URL(stage.url).hostname,
    stage: stage.name,
    stageVariables: texts(stage.variables),
    binaryTypes: strings(api.inputs.binaryMediaTypes),
    methods: methodsOf(shown).filter(({ integration }) => integration !== undefined),
    responses: gatewayResponsesOf(shown),
    keys: keysOf(planned, id, stage.name),
    permissions: permissionsOf(planned),
  }
}
