import { TARGET_GROUP_ARN } from './address.ts'
import { answering } from './answer.ts'
import { type Fields, forwardedFields, valuesOf } from './field.ts'
import type { Gateway } from './gateway.ts'
import { identifyNobody } from './identify.ts'
import { isTextType, payloadOf } from './payload.ts'
import { everyValue, lastValue, splitQuery } from './query.ts'
import { splitTarget } from './target.ts'

const eventOf =
  (multi: boolean): Gateway['event'] =>
  (request, _deployment, at) => {
    const target = splitTarget(request.target)
    const query = splitQuery(target.query)
    const fields = forwardedFields(request, at, [])
    // A body that is compressed is no text, whatever its type.
    const isText = !fields.has('content-encoding') && isTextType(valuesOf(fields, 'content-type')[0])
    return {
      requestContext: { elb: { targetGroupArn: TARGET_GROUP_ARN } },
      httpMethod: request.method,
      path: target.path,
      ...(multi
        ? {
            multiValueQueryStringParameters: everyValue(query),
            multiValueHeaders: headersOf(fields, (values) => [...values]),
          }
        : {
            queryStringParameters: lastValue(query),
            headers: headersOf(fields, (values) => values.at(-1) ?? ''),
          }),
      ...payloadOf(request.body, isText),
    }
  }

const headersOf = <A>(fields: Fields, f: (values: readonly string[]) => A): Record<string, A> =>
  Object.fromEntries([...fields].map(([name, { values }]) => [name, f(values)]))

const ANSWERING = {
  contentType: 'application/octet-stream',
  failure: {
    status: 502,
    contentType: 'text/html',
    body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n',
  },
}

const ONE_MEGABYTE = 1024 * 1024

/**
 * An Application Load Balancer whose target group has multi-value headers off: of a header or a query name that comes
 * twice, only the last value arrives. The path, the names and the values arrive encoded.
 *
 * @since 0.1.0
 */
export const alb: Gateway = {
  name: 'alb',
  event: eventOf(false),
  identify: identifyNobody,
  ...answering(
    { gateway: 'A load balancer', single: true, description: true, limit: ONE_MEGABYTE },
    ANSWERING,
  ),
}

/**
 * An Application Load Balancer whose target group has multi-value headers on.
 *
 * @since 0.1.0
 */
export const albMulti: Gateway = {
  name: 'alb-multi',
  event: eventOf(true),
  identify: identifyNobody,
  ...answering(
    { gateway: 'A load balancer', multi: true, description: true, limit: ONE_MEGABYTE },
    ANSWERING,
  ),
}
