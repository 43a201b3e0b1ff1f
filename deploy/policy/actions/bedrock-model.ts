import type { Known } from '../known.ts'
import type { SdkCall } from '../sdk-call.ts'
import { type Spelling, spellings, UNSAID } from './spelling.ts'
import { gapsOf, OWN_ACCOUNT, regionsOf, type Target, together } from './target.ts'

// https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html

// A profile's id is a model's with a geography before it: `eu.anthropic.claude-…`. AWS adds geographies; no provider of
// models has a name of two letters.
const PROFILE = /^(?:[a-z]{2}(?:-gov)?|apac|global)\.(.+)$/

const foundation = (region: string, model: string): string =>
  `arn:\${AWS::Partition}:bedrock:${region}::foundation-model/${model}`

const own = (region: string, rest: string): string =>
  `arn:\${AWS::Partition}:bedrock:${region}:${OWN_ACCOUNT}:${rest}`

/** A profile sends a call on to its model in other regions, which has to be granted as well. */
const ofProfile = (region: string, profile: string, model: string): ReadonlyArray<string> => [
  own(region, `inference-profile/${profile}`),
  foundation('*', model),
  ...(profile.startsWith('global.') ? [foundation('', model)] : []),
]

const modelBy = (call: SdkCall, spelling: Spelling, what: string): Target => {
  const { text, isArn } = spelling
  const gaps = gapsOf(call, what, spelling)
  const [, ofArn] = /:inference-profile\/(.*)$/.exec(text) ?? []
  const behind = ofArn === undefined ? undefined : (PROFILE.exec(ofArn)?.[1] ?? ofArn)
  if (isArn) {
    // What is behind a profile of one's own is not in its ARN.
    const isOwn = text.includes(':application-inference-profile/')
    const models = behind === undefined ? (isOwn ? ['*'] : []) : [behind]
    return {
      arns: [text, ...models.map((model) => foundation('*', model))],
      gaps: isOwn
        ? [
            ...gaps,
            `${what} of ${call.operation} is an application's inference profile, which does not say its model: every foundation model is allowed. Say which with grants.`,
          ]
        : gaps,
    }
  }
  return {
    arns: regionsOf(call).flatMap(({ text: region }) => {
      if (text === '*' || text === '') return [foundation('*', '*'), own(region, '*')]
      const model = PROFILE.exec(text)?.[1]
      // What begins with a part that is not decided may be a profile.
      if (/^[*$]/.test(text)) return [foundation('*', text), own(region, `inference-profile/${text}`)]
      return model === undefined ? [foundation(region, text)] : ofProfile(region, text, model)
    }),
    gaps,
  }
}

/** The models that a value names, by id, by an inference profile's id or by ARN. */
export const models = (call: SdkCall, value: Known, what: string): Target => {
  const said = spellings(value)
  return together((said.length === 0 ? [UNSAID] : said).map((each) => modelBy(call, each, what)))
}
