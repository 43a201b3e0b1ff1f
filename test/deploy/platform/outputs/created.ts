import { arn } from '../account.ts'
import { identifier } from '../identifier.ts'
import { http } from './http.ts'
import { lambda } from './lambda.ts'
import type { Created, Creation } from './output.ts'
import { text } from './output.ts'
import { rest } from './rest.ts'
import { service } from './service.ts'

const providers = { ...rest, ...http, ...lambda, ...service }

// A type that nothing here knows more of: a name, an id of it, and an ARN in the usual form.
const unknown = ({ type, name, urn, inputs, account }: Creation): Created => {
  const known = text(inputs.name) || `${name}-${identifier(urn, 7)}`
  const [provider = '', path = ''] = type.split(':')
  if (provider !== 'aws') return { id: known, state: {} }
  const [family = '', kind = ''] = path.split('/')
  return { id: known, state: { name: known, arn: arn(account, family, `${kind}/${known}`) } }
}

/** What AWS would answer to a creation: its inputs, and ids and ARNs in AWS's forms, the same in every run. */
export const created = (creation: Creation): Created => {
  const { id, state } = (providers[creation.type] ?? unknown)(creation)
  return { id, state: { ...creation.inputs, ...state } }
}
