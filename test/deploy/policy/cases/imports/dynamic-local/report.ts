import { AthenaClient, StartQueryExecutionCommand } from '@aws-sdk/client-athena'

const athena = new AthenaClient({})

export const buildReport = async (year: string) => {
  const { QueryExecutionId } = await athena.send(
    new StartQueryExecutionCommand({ QueryString: `SELECT ${year}`, WorkGroup: 'reports' }),
  )
  return { id: QueryExecutionId ?? null }
}
