import type { Service } from './by-data.ts'
import { given } from './input.ts'
import { arn, byField, byFieldOrAny, type Naming, type Rule } from './target.ts'

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html

const ROLE: Naming = { isArn: true, arn: (_, place) => arn('iam', { ...place, region: '' }, 'role/*') }

const assumeRole: Rule = (call) => {
  const on = byFieldOrAny('RoleArn', ROLE)(call)
  const further = [
    ['Tags', 'sts:TagSession'],
    ['SourceIdentity', 'sts:SetSourceIdentity'],
  ] as const
  const more = further.flatMap(([field, action]) => (given(call.input, field) === 'yes' ? [action] : []))
  return ['sts:AssumeRole', ...more].map((action) => ({ action, on }))
}

export const stsRules: Readonly<Record<string, Rule>> = { AssumeRole: assumeRole }

export const sts: Service = {
  // The API reference says of these that they need no permission, or that they are not signed.
  actions: {
    AssumeRoleWithSAML: [],
    AssumeRoleWithWebIdentity: [],
    GetCallerIdentity: [],
    GetSessionToken: [],
  },
  resources: {
    'federated-user': byField('Name', {
      arn: (name, { account }) => arn('sts', { region: '', account }, `federated-user/${name}`),
    }),
    'root-user': byField('TargetPrincipal', {
      isArn: true,
      arn: (account) => arn('iam', { region: '', account }, 'root'),
    }),
  },
}
