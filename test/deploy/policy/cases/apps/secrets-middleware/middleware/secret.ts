import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { MiddlewareRequest } from 'calix'

const manager = new SecretsManagerClient({})
const cache = new Map<string, { readonly value: string; readonly until: number }>()

const fetchSecret = async (id: string): Promise<string> => {
  const { SecretString } = await manager.send(new GetSecretValueCommand({ SecretId: id }))
  return SecretString ?? ''
}

export interface SecretOptions {
  readonly ttlMs?: number
}

export const withSecret = (id: string, as: string, { ttlMs = 60_000 }: SecretOptions = {}) => ({
  before: async ({ internal }: MiddlewareRequest): Promise<void> => {
    const known = cache.get(id)
    if (known !== undefined && known.until > Date.now()) {
      internal[as] = known.value
      return
    }
    const value = await fetchSecret(id)
    cache.set(id, { value, until: Date.now() + ttlMs })
    internal[as] = value
  },
})
