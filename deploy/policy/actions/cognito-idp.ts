import type { Service } from './by-data.ts'
import { arn, byField, type Find, NONE } from './target.ts'

// https://docs.aws.amazon.com/cognito/latest/developerguide/security_iam_service-with-iam.html

// What a user's own app calls: Cognito looks at the token or the client's secret, never at IAM. The API reference says
// so of each: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/Welcome.html
const BY_TOKEN = `
  AssociateSoftwareToken ChangePassword CompleteWebAuthnRegistration ConfirmDevice ConfirmForgotPassword ConfirmSignUp
  DeleteUser DeleteUserAttributes DeleteWebAuthnCredential ForgetDevice ForgotPassword GetClientToken GetDevice
  GetTokensFromRefreshToken GetUser GetUserAttributeVerificationCode GetUserAuthFactors GlobalSignOut InitiateAuth
  ListDevices ListUserSessions ListWebAuthnCredentials ResendConfirmationCode RespondToAuthChallenge RevokeToken
  RevokeUserSession SetUserMFAPreference SetUserSettings SignUp StartWebAuthnRegistration UpdateAuthEventFeedback
  UpdateDeviceStatus UpdateUserAttributes VerifySoftwareToken VerifyUserAttribute
`
  .trim()
  .split(/\s+/)

const ofArn = byField(['ResourceArn', 'UserPoolArn'], {
  isArn: true,
  arn: (id, place) => arn('cognito-idp', place, `userpool/${id}`),
})

// A pool's id begins with its region: `eu-west-1_abc`.
const byId = byField('UserPoolId', {
  arn: (id, { region, account }) =>
    arn(
      'cognito-idp',
      { region: /^([a-z]{2}(?:-[a-z]+)+-\d)_/.exec(id)?.[1] ?? region, account },
      `userpool/${id}`,
    ),
})

const userPool: Find = (call) => byId(call) ?? ofArn(call)

const POOL = ['userpool']

export const cognitoIdp: Service = {
  actions: Object.fromEntries(BY_TOKEN.map((operation) => [operation, []])),
  resources: { userpool: userPool, webacl: () => NONE },
  newer: {
    AdminListUserSessions: POOL,
    AdminRevokeUserSession: POOL,
    DescribeTermsByClient: POOL,
    GetUserPoolClientSessionConfiguration: POOL,
    GetUserPoolSessionConfiguration: POOL,
    SetUserPoolClientSessionConfiguration: POOL,
    SetUserPoolSessionConfiguration: POOL,
  },
}
