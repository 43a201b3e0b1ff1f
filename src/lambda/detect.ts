import { alb, albMulti } from './alb.ts'
import { type Fields, fields, text } from './fields.ts'
import type { Format } from './format.ts'
import { http, url } from './http.ts'
import { httpV1, rest } from './rest.ts'

/**
 * The failure of an invocation whose event is no HTTP request. The invocation is rejected with it, so that whatever
 * sent the event (a queue, a schedule, a bucket) sees a failure and can retry, instead of an answer that nobody reads.
 *
 * @since 0.1.0
 */
export class NotHttpEventError extends TypeError {
  static override readonly name: string = 'NotHttpEventError'
  override readonly name: string = 'NotHttpEventError'
}

/** The format of an HTTP event, told by its shape; `undefined` for any other event. */
export const detect = (event: Fields): Format | undefined => {
  const context = fields(event.requestContext)
  // Authorizers and WebSocket APIs have events with a method and a path that ask for something else than an answer.
  if (event.methodArn !== undefined || event.routeArn !== undefined || context.connectionId !== undefined)
    return undefined
  const { http: request } = context
  if (typeof request === 'object' && request !== null && typeof fields(request).method === 'string')
    return text(context.domainName)?.includes('.lambda-url.') ? url : http
  if (typeof event.httpMethod !== 'string' || typeof event.path !== 'string') return undefined
  if (typeof context.elb === 'object' && context.elb !== null) return event.multiValueHeaders ? albMulti : alb
  return event.version === '1.0' ? httpV1 : rest
}

const SERVICES: Readonly<Record<string, string>> = {
  'aws:s3': 'Amazon S3',
  'aws:sqs': 'Amazon SQS',
  'aws:sns': 'Amazon SNS',
  'aws:dynamodb': 'DynamoDB Streams',
  'aws:kinesis': 'Kinesis',
}

/** A name as a log may have it: a caller's line breaks must not look like the log's. */
const printName = (name: string): string =>
  /^[\w.-]{1,40}$/.test(name) ? name : JSON.stringify(name.slice(0, 40))

/** What an event is, when it is no HTTP request: for the reader of a log. */
const describe = (event: unknown): string => {
  if (Array.isArray(event)) return `a list of ${event.length}`
  if (typeof event !== 'object' || event === null) return `${event === null ? 'null' : typeof event}`
  const { Records, requestContext, methodArn, routeArn, source, info, cf } = fields(event)
  const record = Array.isArray(Records) ? fields(Records[0]) : fields(undefined)
  const service = text(record.eventSource) ?? text(record.EventSource)
  const context = fields(requestContext)
  if (record.cf !== undefined || cf !== undefined) return 'a CloudFront event (Lambda@Edge)'
  if (service !== undefined)
    return `an event of ${Object.hasOwn(SERVICES, service) ? SERVICES[service] : printName(service)}`
  if (methodArn !== undefined || routeArn !== undefined) return 'an event for a Lambda authorizer'
  if (context.connectionId !== undefined) return 'a WebSocket event'
  if (context.serviceNetworkArn !== undefined || fields(event).raw_path !== undefined)
    return 'a VPC Lattice event'
  if (info !== undefined) return 'an AppSync event'
  if (typeof source === 'string') return `an EventBridge event from ${printName(source)}`
  const keys = Object.keys(event)
  return keys.length === 0
    ? 'an empty object'
    : `an object with ${keys.slice(0, 6).map(printName).join(', ')}`
}

/** The error for an event that is no HTTP request: what it is, what was expected, what to do. */
export const notHttp = (event: unknown, cause?: unknown): NotHttpEventError =>
  new NotHttpEventError(
    `The event is no HTTP request: it is ${describe(event)}. This handler answers API Gateway (REST and HTTP APIs), ` +
      'function URLs and load balancers; give other event sources a function of their own.',
    cause === undefined ? undefined : { cause },
  )
