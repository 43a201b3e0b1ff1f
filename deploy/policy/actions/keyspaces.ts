import type { Service } from './by-data.ts'
import { arn, byField, type Find } from './target.ts'

// The actions are those of Cassandra's own language: https://docs.aws.amazon.com/keyspaces/latest/devguide/security_iam_service-with-iam.html

const ACTIONS: Readonly<Record<string, string>> = {
  Create: 'Create',
  Delete: 'Drop',
  Get: 'Select',
  List: 'Select',
  Update: 'Alter',
}

const OPERATIONS =
  `CreateKeyspace CreateTable CreateType DeleteKeyspace DeleteTable DeleteType GetKeyspace GetTable
  GetTableAutoScalingSettings GetType ListKeyspaces ListTables ListTypes UpdateKeyspace UpdateTable`.split(
    /\s+/,
  )

const keyspace: Find = byField('keyspaceName', {
  arn: (name, place) => arn('cassandra', place, `/keyspace/${name}/`),
})

export const keyspaces: Service = {
  actions: Object.fromEntries(
    OPERATIONS.map((operation) => [
      operation,
      [ACTIONS[/^[A-Z][a-z]+/.exec(operation)?.[0] ?? ''] ?? operation],
    ]),
  ),
  resources: { keyspace },
}
