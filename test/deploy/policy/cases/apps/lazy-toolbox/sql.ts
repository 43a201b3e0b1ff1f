import { toolbox } from './toolbox.ts'

const database = {
  resourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:articles',
  secretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:articles-db-a1b2c3',
  database: 'articles',
}

export const one = async (sql: string, id: string) => {
  const { records = [] } = await toolbox.rds.executeStatement({
    ...database,
    sql,
    parameters: [{ name: 'id', value: { stringValue: id } }],
  })
  return records[0]?.[0]?.stringValue ?? ''
}

export const inTransaction = async <A>(work: (transactionId: string) => Promise<A>): Promise<A> => {
  const { transactionId = 't' } = await toolbox.rds.beginTransaction(database)
  const { database: _, ...keys } = database
  try {
    const answer = await work(transactionId)
    await toolbox.rds.commitTransaction({ ...keys, transactionId })
    return answer
  } catch (error) {
    await toolbox.rds.rollbackTransaction({ ...keys, transactionId })
    throw error
  }
}
