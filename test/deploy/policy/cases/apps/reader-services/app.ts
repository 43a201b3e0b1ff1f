import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { calix, get, post, type Request, route } from 'calix'
import { flow } from 'fp-ts/function'
import type { Environment, Service } from './environment.ts'
import { cachedQuote, quote } from './pricing.ts'
import { findQuote } from './quotes.ts'

const environment: Environment = {
  dynamo: new DynamoDBClient({}),
  lambda: new LambdaClient({}),
  names: { quotes: 'quotes', audit: 'quotes-audit', pricer: 'pricing-engine:live' },
}

const provide =
  (to: Environment) =>
  <A>(service: Service<A>) =>
    service(to)

type Asked = Request<{ readonly id: string }>
const id = ({ params }: Asked): string => params.id

export const app = calix(
  {},
  route(get('/quotes/:id'), flow(id, findQuote, provide(environment))),
  route(get('/quotes/:id/cached'), flow(id, cachedQuote, provide(environment))),
  route(post('/quotes/:id'), flow(id, quote, provide(environment))),
)
