import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { ECSClient } from '@aws-sdk/client-ecs'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'

export const ACCOUNTS = {
  staging: { id: '111111111111', region: 'eu-west-1' },
  production: { id: '222222222222', region: 'us-east-1' },
} as const

export type AccountName = keyof typeof ACCOUNTS

const sts = new STSClient({})

const credentialsOf = (account: AccountName) => async () => {
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${ACCOUNTS[account].id}:role/operator`,
      RoleSessionName: 'operations',
    }),
  )
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    ...(Credentials?.SessionToken ? { sessionToken: Credentials.SessionToken } : {}),
  }
}

type Clients = { readonly ecs: ECSClient; readonly metrics: CloudWatchClient }

const made = new Map<AccountName, Clients>()

export const clientsOf = (account: AccountName): Clients => {
  const known = made.get(account)
  if (known) return known
  const config = { region: ACCOUNTS[account].region, credentials: credentialsOf(account) }
  const clients = { ecs: new ECSClient(config), metrics: new CloudWatchClient(config) }
  made.set(account, clients)
  return clients
}

export const isAccount = (name: string): name is AccountName => Object.hasOwn(ACCOUNTS, name)
