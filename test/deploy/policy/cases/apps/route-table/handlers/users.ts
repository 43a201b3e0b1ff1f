import {
  AdminDisableUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Handler } from '../routing.ts'

const cognito = new CognitoIdentityProviderClient({})
const pool = { UserPoolId: 'eu-west-1_abcdEFGH' }

export const users: Record<'show' | 'disable', Handler> = {
  show: async ({ params }) => {
    const { UserStatus } = await cognito.send(
      new AdminGetUserCommand({ ...pool, Username: params.name ?? '' }),
    )
    return { UserStatus: UserStatus ?? 'UNKNOWN' }
  },
  disable: async ({ params: { name: Username = '' } }) => {
    await cognito.send(new AdminDisableUserCommand({ ...pool, Username }))
    return { disabled: Username }
  },
}
