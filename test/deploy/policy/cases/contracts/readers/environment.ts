import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SNSClient } from '@aws-sdk/client-sns'
import type { HttpError } from 'calix'
import type { ReaderTaskEither } from 'fp-ts/ReaderTaskEither'

export interface Environment {
  readonly tables: DynamoDBClient
  readonly topics: SNSClient
  readonly names: { readonly seats: string; readonly bookings: string }
}

export type Needing<A> = ReaderTaskEither<Environment, HttpError, A>
