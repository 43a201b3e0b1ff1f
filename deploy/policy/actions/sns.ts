import type { Service } from './by-data.ts'
import { given } from './input.ts'
import { UNSAID } from './spelling.ts'
import { arn, byField, EVERYTHING, type Find, type Naming, namedBy, type Rule, together } from './target.ts'

// https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html

const TOPIC: Naming = { isArn: true, arn: (name, place) => arn('sns', place, name) }

const byArn = byField(['TopicArn', 'TargetArn', 'ResourceArn'], TOPIC)
const byName = byField('Name', { arn: (name, place) => arn('sns', place, name) })

// A subscription's ARN is its topic's with a last part.
const bySubscription = byField('SubscriptionArn', {
  ...TOPIC,
  ofArn: (subscription) => subscription.replace(/^((?:[^:]*:){5}[^:]*):.*$/, '$1'),
})

const topic: Find = (call) =>
  byArn(call) ?? bySubscription(call) ?? (call.operation === 'CreateTopic' ? byName(call) : undefined)

/**
 * To a topic, to an endpoint of a mobile application, or to a phone: IAM knows no resource for a phone, so that one
 * needs `*`. https://docs.aws.amazon.com/sns/latest/dg/sns-mobile-phone-number-as-subscriber.html
 */
const publish: Rule = (call) => {
  const isPhone = given(call.input, 'PhoneNumber') === 'yes'
  const on = topic(call) ?? (isPhone ? EVERYTHING : namedBy(call, UNSAID, 'TopicArn', TOPIC))
  return [{ action: 'sns:Publish', on: isPhone ? together([on, EVERYTHING]) : on }]
}

export const snsRules: Readonly<Record<string, Rule>> = { Publish: publish, PublishBatch: publish }

export const sns: Service = { resources: { topic } }
