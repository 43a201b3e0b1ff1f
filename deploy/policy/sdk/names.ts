/** The operations of `DynamoDBDocument` and the commands of `@aws-sdk/lib-dynamodb`, as DynamoDB names them. */
const DOCUMENT: Readonly<Record<string, string>> = {
  get: 'GetItem',
  put: 'PutItem',
  update: 'UpdateItem',
  delete: 'DeleteItem',
  query: 'Query',
  scan: 'Scan',
  batchGet: 'BatchGetItem',
  batchWrite: 'BatchWriteItem',
  transactGet: 'TransactGetItems',
  transactWrite: 'TransactWriteItems',
  executeStatement: 'ExecuteStatement',
  batchExecuteStatement: 'BatchExecuteStatement',
  executeTransaction: 'ExecuteTransaction',
}

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** The operation of a method or command of the document client; undefined when it has none. */
export const documentOperation = (name: string): string | undefined => {
  const method = lowered(name)
  return Object.hasOwn(DOCUMENT, method) ? DOCUMENT[method] : undefined
}
