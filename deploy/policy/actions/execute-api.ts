import type { SdkCall } from '../sdk-call.ts'
import { at } from './input.ts'
import { isOpen, spellings, UNSAID } from './spelling.ts'
import { arn, OWN_ACCOUNT, type Rule, regionsOf, type Target, together } from './target.ts'

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html

const METHODS: Readonly<Record<string, string>> = {
  DeleteConnection: 'DELETE',
  GetConnection: 'GET',
  PostToConnection: 'POST',
}

// `https://API.execute-api.REGION.amazonaws.com/STAGE`; a domain of one's own does not name the API.
const ENDPOINT = /^https?:\/\/([^./]+)\.execute-api\.(.+?)\.amazonaws\.com(?:\.cn)?\/([^/]+)/

interface Api {
  readonly id: string
  readonly stage: string
  readonly region: string | undefined
}

const apisOf = ({ endpoint }: SdkCall): ReadonlyArray<Api> => {
  const said = endpoint === undefined || endpoint.kind === 'unknown' ? [] : spellings(endpoint)
  return (said.length === 0 ? [UNSAID] : said).map(({ text }) => {
    const [, id = '*', region, stage = '*'] = ENDPOINT.exec(text) ?? []
    return { id, stage, region }
  })
}

/** A connection is decided when it runs; the API is what the client's endpoint says. */
const manage =
  (method: string): Rule =>
  (call) => {
    const said = spellings(at(call.input, 'ConnectionId'))
    const connections = (said.length === 0 ? [UNSAID] : said).map((id) => (isOpen(id) ? '*' : id.text))
    const targets = apisOf(call).map(
      ({ id, stage, region }): Target => ({
        arns: (region === undefined ? regionsOf(call).map(({ text }) => text) : [region]).flatMap((each) =>
          connections.map((connection) =>
            arn(
              'execute-api',
              { region: each, account: OWN_ACCOUNT },
              `${id}/${stage}/${method}/@connections/${connection}`,
            ),
          ),
        ),
        gaps:
          id === '*' || stage === '*'
            ? [
                `${call.operation} goes to the API of the client's endpoint, which does not name it by its id: every API and stage is allowed. Say which with grants.`,
              ]
            : [],
      }),
    )
    return [{ action: 'execute-api:ManageConnections', on: together(targets) }]
  }

export const executeApiRules: Readonly<Record<string, Rule>> = Object.fromEntries(
  Object.entries(METHODS).map(([operation, method]) => [operation, manage(method)]),
)
