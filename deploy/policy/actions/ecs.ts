import type { SdkCall } from '../sdk-call.ts'
import type { Service } from './by-data.ts'
import { at, given } from './input.ts'
import { type Spelling, spellings, UNSAID, valuesOf } from './spelling.ts'
import {
  arn,
  byField,
  type Find,
  gapsOf,
  type Naming,
  type Need,
  namedBy,
  type Rule,
  type Target,
  together,
} from './target.ts'

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_service-with-iam.html

const CLUSTER: Naming = { arn: (name, place) => arn('ecs', place, `cluster/${name}`) }
const DEFAULT: Spelling = { text: 'default', variables: [], isArn: false }

/** The clusters of a call: the one called `default` where it names none. */
const clustersOf = ({ input }: SdkCall): ReadonlyArray<Spelling> => {
  if (given(input, 'cluster') === 'maybe') return [UNSAID]
  const said = spellings(at(input, 'cluster'))
  return said.length === 0 ? [DEFAULT] : said
}

const cluster: Find = (call) =>
  byField(['clusters', 'clusterName', 'clusterArn'], CLUSTER)(call) ??
  together(clustersOf(call).map((each) => namedBy(call, each, 'cluster', CLUSTER)))

const nameOf = ({ text, isArn }: Spelling): string =>
  isArn && text.includes('/') ? (text.split('/').at(-1) ?? '*') : text

/** What belongs to a cluster: `service/CLUSTER/NAME`. */
const inCluster =
  (kind: string, ...fields: ReadonlyArray<string>): Find =>
  (call) => {
    const field = fields.find((name) => given(call.input, name) === 'yes')
    if (field === undefined) return undefined
    return together(
      clustersOf(call).flatMap((each) =>
        valuesOf(at(call.input, field)).map((value): Target => {
          const on = namedBy(call, value, field, {
            arn: (name, place) => arn('ecs', place, `${kind}/${nameOf(each)}/${name}`),
          })
          return value.isArn ? on : { arns: on.arns, gaps: [...gapsOf(call, 'cluster', each), ...on.gaps] }
        }),
      ),
    )
  }

// A family without a revision means its latest one. A link's value may have one.
const hasRevision = (name: string): boolean => /:[^}]*$/.test(name) || name.startsWith(`\${Resource.`)

const definition: Find = byField(['taskDefinition', 'taskDefinitions', 'family'], {
  arn: (name, place) => arn('ecs', place, `task-definition/${hasRevision(name) ? name : `${name}:*`}`),
  ofArn: (of) => (/:task-definition\/[^:]+$/.test(of) ? `${of}:*` : of),
})

/** Tasks that are about to run have no ids yet, which is no gap. */
const newTasks = (call: SdkCall): Target =>
  together(
    clustersOf(call).map((each) =>
      namedBy(call, { ...each, isArn: false, text: nameOf(each) }, 'cluster', {
        arn: (name, place) => arn('ecs', place, `task/${name}/*`),
      }),
    ),
  )

const role: Naming = { isArn: true, arn: (_, place) => arn('iam', { ...place, region: '' }, 'role/*') }

/**
 * A task runs with the roles of its definition, which the call does not name, unless it says others:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
const run: Rule = (call) => {
  const on =
    definition(call) ??
    namedBy(call, UNSAID, 'taskDefinition', { arn: (_, place) => arn('ecs', place, 'task-definition/*') })
  const fields = ['overrides.taskRoleArn', 'overrides.executionRoleArn']
  const roles = fields.flatMap((field) => byField(field, role)(call) ?? [])
  const gaps =
    roles.length === fields.length
      ? []
      : [
          `${call.operation} passes the roles of its task definition, which the call does not name: it needs iam:PassRole on them, if there are any. Say which with grants.`,
        ]
  const needs: ReadonlyArray<Need> = [
    { action: `ecs:${call.operation}`, on: { arns: on.arns, gaps: [...on.gaps, ...gaps] } },
    ...(roles.length === 0 ? [] : [{ action: 'iam:PassRole', on: together(roles) }]),
    ...(given(call.input, 'tags') === 'yes' ? [{ action: 'ecs:TagResource', on: newTasks(call) }] : []),
  ]
  return needs
}

export const ecsRules: Readonly<Record<string, Rule>> = { RunTask: run, StartTask: run }

const GATEWAYS = [
  'AssociateGatewayWithCluster',
  'CreateGateway',
  'DeleteGateway',
  'DescribeGateway',
  'DescribeGatewayResources',
  'DescribeGatewayRoute',
  'DisassociateGatewayFromCluster',
  'ListGatewayClusterAssociations',
  'ListGatewayRoutes',
  'ListGateways',
  'UpdateGateway',
]

export const ecs: Service = {
  resources: {
    cluster,
    service: inCluster('service', 'service', 'services', 'serviceName', 'serviceArn'),
    task: inCluster('task', 'task', 'tasks'),
    'container-instance': inCluster('container-instance', 'containerInstance', 'containerInstances'),
    'task-definition': definition,
  },
  newer: Object.fromEntries(GATEWAYS.map((operation) => [operation, []])),
}
