import type { Authorizer, PrincipalIdentity } from '../authorizer.ts'
import { assertOptions } from '../options.ts'
import { assertHeader, assertName, assertText, assertTtl } from './option.ts'

/**
 * Which Lambda function a custom authorizer is.
 *
 * @since 0.1.0
 */
export type CustomOptions = {
  /** The header that has the token; `Authorization` when absent. */
  readonly header?: string
  /** How long an answer holds for the same token, in seconds, up to 3600 (0: not at all); 300 when absent. */
  readonly ttl?: number
  /** What the gateway calls it; `custom` when absent. */
  readonly name?: string
} & (
  | {
      /** The function's ARN; deploying allows the gateway to call it. */
      readonly arn: string
      readonly uri?: never
    }
  | {
      /** `arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<arn>/invocations`, for a function that allows the call itself. */
      readonly uri: string
      readonly arn?: never
    }
)

/**
 * Lets requests in that a Lambda function admits which is deployed elsewhere.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 *
 * @throws TypeError when an option is missing or malformed.
 * @since 0.1.0
 * @example
 * const company = custom({ arn: 'arn:aws:lambda:eu-central-1:123456789012:function:authorizer', ttl: 60 })
 */
export const custom = (options: CustomOptions): Authorizer<PrincipalIdentity> => {
  assertOptions('custom(…)', options, ['uri', 'arn', 'header', 'ttl', 'name'])
  const { uri, arn, header = 'Authorization', ttl = 300, name = 'custom' } = options
  if ((uri === undefined) === (arn === undefined))
    throw new TypeError("custom(…): say which function it is, by 'arn' or by 'uri'")
  assertText('custom(…)', uri === undefined ? 'arn' : 'uri', uri ?? arn)
  if (arn !== undefined && !/^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[\w:$-]+$/.test(arn))
    throw new TypeError(`custom(…): '${arn}' is no ARN of a Lambda function`)
  if (uri !== undefined && !/^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/.+\/invocations$/.test(uri))
    throw new TypeError(`custom(…): '${uri}' is no URI of a Lambda function: give its ARN as 'arn' instead`)
  assertHeader('custom(…)', header)
  assertTtl('custom(…)', ttl)
  assertName('custom(…)', name)
  return Object.freeze({ kind: 'custom', name, uri, arn, header, ttl })
}
