import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { calix, environment, lambda, prefix, routes } from 'calix'
import { pipe } from 'fp-ts/function'
import { books, shelves } from './books.ts'
import { type Environment, members, staff } from './guards.ts'
import { loans } from './loans.ts'

export const app = calix(
  { name: 'library', environment: environment<Environment>() },
  pipe(routes(books, shelves), members, prefix('/books')),
  pipe(loans, staff, prefix('/loans')),
)

export const handler = lambda(app, { db: new DynamoDBClient({}), bus: new EventBridgeClient({}) })
