import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { LambdaClient } from '@aws-sdk/client-lambda'
import type { HttpError } from 'calix'
import type * as RTE from 'fp-ts/ReaderTaskEither'

export interface Environment {
  readonly dynamo: DynamoDBClient
  readonly lambda: LambdaClient
  readonly names: { readonly quotes: string; readonly pricer: string; readonly audit: string }
}

export type Service<A> = RTE.ReaderTaskEither<Environment, HttpError, A>
