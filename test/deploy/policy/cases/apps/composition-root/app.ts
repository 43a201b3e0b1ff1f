import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { calix } from 'calix'
import { makeDynamoProfiles } from './adapters/dynamo-profiles.ts'
import { makeFirehoseAudit } from './adapters/firehose-audit.ts'
import { makeSesMailer } from './adapters/ses-mailer.ts'
import { makeRoutes } from './http.ts'
import type { Deps } from './ports.ts'

function compose(env: NodeJS.ProcessEnv): Deps {
  const stage = env.STAGE ?? 'dev'
  const clock = { now: () => new Date() }
  return {
    clock,
    profiles: makeDynamoProfiles({ client: new DynamoDBClient({}), table: `profiles-${stage}` }),
    mailer: makeSesMailer(new SESv2Client({ region: 'eu-west-1' }), 'no-reply@example.org'),
    audit: makeFirehoseAudit({ clock, stream: `audit-${stage}` }),
  }
}

export const app = calix({ name: 'profiles' }, makeRoutes(compose(process.env)))
