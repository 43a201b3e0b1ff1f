import type { SdkCall } from '../sdk-call.ts'
import { at, given } from './input.ts'
import { spellings } from './spelling.ts'
import { gapsOf, type Need, regionsOf, type Target, together, unsaid } from './target.ts'

// API Gateway's own API is granted by the verbs of HTTP on its paths:
// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html

const VERBS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:Get|Export)/, 'GET'],
  [/^(?:Delete|Flush|Reset|Untag)/, 'DELETE'],
  [/^Update/, 'PATCH'],
  [/^(?:Put|Reimport|Tag)/, 'PUT'],
]

// The fields that name an API, and where it is.
const ROOTS: Readonly<Record<string, string>> = { ApiId: 'apis', restApiId: 'restapis' }

const apisOf = (call: SdkCall): Target => {
  const field = Object.keys(ROOTS).find((name) => given(call.input, name) === 'yes')
  const regions = regionsOf(call).map(({ text }) => `arn:\${AWS::Partition}:apigateway:${text}::`)
  if (field === undefined) return { arns: regions.map((each) => `${each}/*`), gaps: [unsaid(call, 'API')] }
  return together(
    spellings(at(call.input, field)).map((id) => ({
      arns: regions.flatMap((each) =>
        [id.text, `${id.text}/*`].map((path) =>
          `${each}/${ROOTS[field]}/${path}`.replace(/(?:\*\/)+\*$/, '*'),
        ),
      ),
      gaps: gapsOf(call, field, id),
    })),
  )
}

/** What an operation of API Gateway needs. */
export const apigatewayNeeds = (call: SdkCall): ReadonlyArray<Need> => {
  const [, verb = 'POST'] = VERBS.find(([pattern]) => pattern.test(call.operation)) ?? []
  return [{ action: `apigateway:${verb}`, on: apisOf(call) }]
}
