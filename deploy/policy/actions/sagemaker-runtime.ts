import { arn, byField, byFieldOrAny, type Rule, together } from './target.ts'

// https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html

const endpoint = byFieldOrAny('EndpointName', {
  arn: (name, place) => arn('sagemaker', place, `endpoint/${name}`),
})

const component = byField('InferenceComponentName', {
  arn: (name, place) => arn('sagemaker', place, `inference-component/${name}`),
})

// SageMaker writes the name in an ARN in small letters; what deployment fills in stays as it is.
const small = (text: string): string =>
  text.replace(
    /(:[a-z-]+\/)(.*)$/,
    (_, kind: string, name: string) =>
      kind +
      name.replace(/\$\{[^}]*\}|[A-Z]+/g, (part) => (part.startsWith('$') ? part : part.toLowerCase())),
  )

const invoke: Rule = (call) => {
  const named = together([endpoint(call), component(call) ?? { arns: [], gaps: [] }])
  const on = { arns: [...new Set(named.arns.flatMap((each) => [each, small(each)]))], gaps: named.gaps }
  return [{ action: `sagemaker:${call.operation}`, on }]
}

export const sagemakerRuntimeRules: Readonly<Record<string, Rule>> = {
  InvokeEndpoint: invoke,
  InvokeEndpointAsync: invoke,
  InvokeEndpointWithResponseStream: invoke,
}
