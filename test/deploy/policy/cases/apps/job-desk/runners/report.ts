import { AthenaClient, GetQueryExecutionCommand, StartQueryExecutionCommand } from '@aws-sdk/client-athena'
import type { Runner } from '../ports.ts'

const athena = new AthenaClient({})
const WorkGroup = 'reports'

export const reportRunner: Runner = {
  accepts: (job) => job.kind === 'report',
  async start({ subject }) {
    const { QueryExecutionId = 'q' } = await athena.send(
      new StartQueryExecutionCommand({
        QueryString: 'SELECT * FROM usage WHERE subject = ?',
        ExecutionParameters: [subject],
        WorkGroup,
      }),
    )
    return QueryExecutionId
  },
}

export const reportState = async (QueryExecutionId: string) => {
  const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId }))
  return QueryExecution?.Status?.State ?? 'UNKNOWN'
}
