import { apiKey, authorize, authorizer, calix, cognito, custom, get, iam, jwt, route } from 'calix'
import { pipe } from 'fp-ts/function'
import { expect, it } from 'vitest'
import { incapabilities } from '../../deploy/capability.ts'
import { lackOf } from '../../local/gateway/authorizes.ts'
import { outlineOf } from '../../src/outline.ts'

const AUTHORIZERS = [
  apiKey(),
  iam(),
  cognito({ userPoolArns: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'] }),
  jwt({ issuer: 'https://issuer.example.com', audience: 'a' }),
  custom({ arn: 'arn:aws:lambda:us-east-1:123456789012:function:f' }),
  authorizer(() => ({ routes: ['*'], principalId: 'x' })),
] as const

// The local server and the deployment each say what a gateway can ask of a request, in words of their own.
it.each(
  (['rest', 'http', 'url'] as const).flatMap((gateway) =>
    AUTHORIZERS.map((each) => ({ gateway, each, kind: each.kind })),
  ),
)('$kind on $gateway is possible locally where it is deployed', ({ gateway, each, kind }) => {
  const app = calix(
    {},
    pipe(
      route(get('/'), () => 1),
      authorize(each),
    ),
  )
  expect(lackOf(gateway, kind) === undefined).toBe(incapabilities(outlineOf(app), gateway).length === 0)
})
