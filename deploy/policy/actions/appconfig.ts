import type { Service } from './by-data.ts'
import { at } from './input.ts'
import { type Spelling, spellings, UNSAID } from './spelling.ts'
import { arn, type Find, gapsOf, OWN_ACCOUNT, regionsOf, together } from './target.ts'

// https://docs.aws.amazon.com/appconfig/latest/userguide/security_iam_service-with-iam.html

const FIELDS = ['ApplicationIdentifier', 'EnvironmentIdentifier', 'ConfigurationProfileIdentifier'] as const

// An input may name each by its name, an ARN by its id alone: seven letters and digits. A name of letters alone may be as
// short, and as an id it would grant nothing.
const isId = (text: string): boolean => /^(?=.*\d)(?=.*[a-z])[a-z0-9]{7}$/.test(text) || text.startsWith('$')

const configuration: Find = (call) => {
  const parts = FIELDS.map((field) => {
    const said = spellings(at(call.input, field))
    const values: ReadonlyArray<Spelling> = said.length === 0 ? [UNSAID] : said
    return values.map((value) => ({
      text: isId(value.text) ? value.text : '*',
      gaps:
        isId(value.text) || value.text === '*'
          ? gapsOf(call, field, value)
          : [
              `${field} of ${call.operation} looks like a name, and IAM knows the id alone, so every one is allowed. Name it by its id.`,
            ],
    }))
  })
  const [applications = [], environments = [], profiles = []] = parts
  return together(
    regionsOf(call).flatMap(({ text: region }) =>
      applications.flatMap((a) =>
        environments.flatMap((e) =>
          profiles.map((p) => ({
            arns: [
              arn(
                'appconfig',
                { region, account: OWN_ACCOUNT },
                `application/${a.text}/environment/${e.text}/configuration/${p.text}`,
              ),
            ],
            gaps: [...a.gaps, ...e.gaps, ...p.gaps],
          })),
        ),
      ),
    ),
  )
}

/** The session says what is read, so only its start names it. */
export const appconfig: Service = { resources: { configuration } }
