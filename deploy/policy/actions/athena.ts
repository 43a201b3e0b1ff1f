import type { SdkCall } from '../sdk-call.ts'
import { needsByData, type Service } from './by-data.ts'
import { objectsAt } from './handed-data.ts'
import { at, given } from './input.ts'
import { spellings } from './spelling.ts'
import { arn, byField, type Find, type Need, OWN_ACCOUNT, OWN_REGION, type Rule, together } from './target.ts'

// https://docs.aws.amazon.com/athena/latest/ug/workgroups-iam-policy.html

const named = byField(['WorkGroup', 'Name'], {
  arn: (name, place) => arn('athena', place, `workgroup/${name}`),
})

const OF_WORKGROUP = new Set(['CreateWorkGroup', 'DeleteWorkGroup', 'GetWorkGroup', 'UpdateWorkGroup'])

// Without a workgroup it is the one called `primary`: https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
const DEFAULTS = new Set([
  'StartQueryExecution',
  'ListQueryExecutions',
  'ListNamedQueries',
  'CreateNamedQuery',
])

const workgroup: Find = (call) => {
  const fields = OF_WORKGROUP.has(call.operation) || given(call.input, 'WorkGroup') === 'yes'
  if (fields) return named(call)
  return DEFAULTS.has(call.operation) && given(call.input, 'WorkGroup') === 'no'
    ? named({
        ...call,
        input: {
          kind: 'record',
          isOpen: false,
          fields: new Map([['WorkGroup', { kind: 'text', parts: ['primary'] }]]),
        },
      })
    : undefined
}

const OUTPUT = 'ResultConfiguration.OutputLocation'

/** The result is written with the caller's permissions: https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html */
const output = (call: SdkCall): ReadonlyArray<Need> => {
  const places = spellings(at(call.input, OUTPUT))
  if (given(call.input, OUTPUT) !== 'yes' || places.length === 0) return []
  const objects = together(places.map((place) => objectsAt(call, OUTPUT, place, true)))
  const buckets = objects.arns.map((each) => each.replace(/\/.*$/, ''))
  const onObjects = ['AbortMultipartUpload', 'GetObject', 'ListMultipartUploadParts', 'PutObject']
  const onBuckets = ['GetBucketLocation', 'ListBucket', 'ListBucketMultipartUploads']
  return [
    ...onObjects.map((action) => ({ action: `s3:${action}`, on: objects })),
    ...onBuckets.map((action) => ({ action: `s3:${action}`, on: { arns: buckets, gaps: [] } })),
  ]
}

/** The query reads with the caller's permissions, which its text says and no field does. */
const query: Rule = (call) => {
  const on = workgroup(call) ?? {
    arns: [arn('athena', { region: OWN_REGION, account: OWN_ACCOUNT }, 'workgroup/*')],
    gaps: ['WorkGroup of StartQueryExecution is decided only when it runs, and * stands for it.'],
  }
  const why = `${call.operation} also needs what its query does: glue:GetTable and the like, reading its data in S3, and writing its result where the workgroup keeps it. Say so with grants.`
  const needs: Need = {
    action: 'athena:StartQueryExecution',
    on: { arns: on.arns, gaps: [...on.gaps, why] },
  }
  return [needs, ...output(call)]
}

/** Who reads a result reads its object: https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html */
const results: Rule = (call) =>
  (needsByData(call, 'athena', athena) ?? []).map(({ action, on }) => {
    const why = `${call.operation} also needs s3:GetObject where the results are kept, which the call does not name. Say so with grants.`
    return { action, on: { arns: on.arns, gaps: [...on.gaps, why] } }
  })

export const athenaRules: Readonly<Record<string, Rule>> = {
  GetQueryResults: results,
  GetQueryResultsStream: results,
  StartQueryExecution: query,
}

const TABLES = ['Create', 'Delete', 'Get', 'Update'].map((verb) => `${verb}SystemTableConfiguration`)

export const athena: Service = {
  resources: {
    workgroup,
    datacatalog: byField(['CatalogName', 'Name'], {
      arn: (name, place) => arn('athena', place, `datacatalog/${name}`),
    }),
  },
  newer: Object.fromEntries([...TABLES, 'ListSystemTableStatuses'].map((operation) => [operation, []])),
}
