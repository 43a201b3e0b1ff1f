import type { Service } from './by-data.ts'
import { given } from './input.ts'
import { arn, byField, type Find, OWN_ACCOUNT, OWN_REGION, type Rule } from './target.ts'

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

/** The query reads with the caller's permissions, which its text says and no field does. */
const query: Rule = (call) => {
  const on = workgroup(call) ?? {
    arns: [arn('athena', { region: OWN_REGION, account: OWN_ACCOUNT }, 'workgroup/*')],
    gaps: ['WorkGroup of StartQueryExecution is decided only when it runs, and * stands for it.'],
  }
  const why = `${call.operation} also needs what its query does: glue:GetTable and the like, reading its data in S3, and writing its result there. Say so with grants.`
  return [{ action: 'athena:StartQueryExecution', on: { arns: on.arns, gaps: [...on.gaps, why] } }]
}

export const athenaRules: Readonly<Record<string, Rule>> = { StartQueryExecution: query }

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
