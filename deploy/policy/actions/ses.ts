import type { SdkCall } from '../sdk-call.ts'
import type { Service } from './by-data.ts'
import { at, given, itemsAt } from './input.ts'
import { type Spelling, spellings, UNSAID } from './spelling.ts'
import {
  arn,
  byField,
  EVERYTHING,
  type Find,
  gapsOf,
  type Naming,
  type Need,
  namedBy,
  OWN_ACCOUNT,
  type Rule,
  regionsOf,
  type Target,
  together,
} from './target.ts'

// https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html

const IDENTITY: Naming = { arn: (name, place) => arn('ses', place, `identity/${name}`) }

/** `"A person" <person@example.com>` → `person@example.com` */
const address = (text: string): string => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text.trim()

// Which identity is used, the address or its domain, depends on which of them has been verified.
const sender = (call: SdkCall, spelling: Spelling, field: string): Target => {
  if (spelling.isArn) return namedBy(call, spelling, field, IDENTITY)
  const mail = address(spelling.text)
  const names = mail.includes('@') ? [mail, mail.slice(mail.lastIndexOf('@') + 1)] : [mail]
  const gaps =
    mail === '*' || spelling.variables.length > 0 ? gapsOf(call, field, { ...spelling, text: mail }) : []
  return {
    arns: regionsOf(call).flatMap(({ text: region }) =>
      names.map((name) =>
        arn('ses', { region, account: OWN_ACCOUNT }, `identity/${name === '' ? '*' : name}`),
      ),
    ),
    gaps,
  }
}

/** The identity that sends: by its ARN when the input has it, as for another account's, else by the address. */
const senderIn =
  (arnField: string, field: string) =>
  (call: SdkCall): Target => {
    const used = [arnField, field].find((name) => given(call.input, name) === 'yes') ?? field
    const found = spellings(at(call.input, used))
    return together((found.length === 0 ? [UNSAID] : found).map((each) => sender(call, each, used)))
  }

const set: Find = byField('ConfigurationSetName', {
  arn: (name, place) => arn('ses', place, `configuration-set/${name}`),
})

const template = (...fields: ReadonlyArray<string>): Find =>
  byField(fields, { arn: (name, place) => arn('ses', place, `template/${name}`) })

const sending =
  (
    actions: ReadonlyArray<string>,
    from: (call: SdkCall) => Target,
    ...templates: ReadonlyArray<string>
  ): Rule =>
  (call) => {
    const found = [from(call), set(call), template(...templates)(call)]
    const on = together(found.flatMap((target) => (target === undefined ? [] : [target])))
    return actions.map((action) => ({ action: `ses:${action}`, on }))
  }

const second = senderIn('FromEmailAddressIdentityArn', 'FromEmailAddress')
const first = senderIn('SourceArn', 'Source')

// A raw message may be looked at under the older name of the action:
// https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-policies.html
const sendEmail: Rule = (call) => {
  const actions = given(call.input, 'Content.Raw') === 'yes' ? ['SendEmail', 'SendRawEmail'] : ['SendEmail']
  return sending(actions, second, 'Content.Template.TemplateArn', 'Content.Template.TemplateName')(call)
}

const identity: Find = (call) => byField(['EmailIdentity', 'ResourceArn', 'Identity'], IDENTITY)(call)

/** What concerns the account as a whole, unless the input names a tenant. */
const ofAccount =
  (action: string): Rule =>
  (call) => {
    const tenants = byField('TenantName', { arn: (name, place) => arn('ses', place, `tenant/${name}/*`) })(
      call,
    )
    const need: Need = { action: `ses:${action}`, on: tenants ?? EVERYTHING }
    return [need]
  }

const suppression = [
  'DeleteSuppressedDestination',
  'GetSuppressedDestination',
  'ListSuppressedDestinations',
  'PutSuppressedDestination',
]

export const sesv2: Service = { resources: { identity, 'configuration-set': set } }

/** The metrics of several queries, each by the identities and sets in its dimensions. */
const batchMetrics: Rule = (call) => {
  const { items } = itemsAt(call.input, 'Queries')
  const named = items.flatMap((query) =>
    (
      [
        ['EMAIL_IDENTITY', 'identity'],
        ['CONFIGURATION_SET', 'configuration-set'],
      ] as const
    ).flatMap(([dimension, kind]) =>
      spellings(at(query, `Dimensions.${dimension}`)).map((each) =>
        namedBy(call, each, dimension, { arn: (name, place) => arn('ses', place, `${kind}/${name}`) }),
      ),
    ),
  )
  return [{ action: 'ses:BatchGetMetricData', on: named.length === 0 ? EVERYTHING : together(named) }]
}

export const sesv2Rules: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(suppression.map((action) => [action, ofAccount(action)])),
  BatchGetMetricData: batchMetrics,
  SendBulkEmail: sending(
    ['SendBulkEmail'],
    second,
    'DefaultContent.Template.TemplateArn',
    'DefaultContent.Template.TemplateName',
  ),
  SendEmail: sendEmail,
}

export const sesRules: Readonly<Record<string, Rule>> = {
  SendBounce: (call) => [{ action: 'ses:SendBounce', on: senderIn('BounceSenderArn', 'BounceSender')(call) }],
  SendBulkTemplatedEmail: sending(['SendBulkTemplatedEmail'], first, 'TemplateArn', 'Template'),
  SendEmail: sending(['SendEmail'], first),
  SendRawEmail: sending(['SendRawEmail'], first),
  SendTemplatedEmail: sending(['SendTemplatedEmail'], first, 'TemplateArn', 'Template'),
}
