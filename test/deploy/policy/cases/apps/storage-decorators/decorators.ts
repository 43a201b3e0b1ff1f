import { createCipheriv, createDecipheriv } from 'node:crypto'
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import type { Wrap } from './storage.ts'

export const encrypted =
  (KeyId: string, kms = new KMSClient({})): Wrap =>
  (inner) => ({
    async read(key) {
      const sealed = await inner.read(key)
      if (sealed === undefined) return undefined
      const { Plaintext } = await kms.send(
        new DecryptCommand({ KeyId, CiphertextBlob: sealed.slice(0, 64), EncryptionContext: { key } }),
      )
      const decipher = createDecipheriv('aes-256-ctr', Plaintext ?? Buffer.alloc(32), Buffer.alloc(16))
      return Buffer.concat([decipher.update(sealed.slice(64)), decipher.final()])
    },
    async write(key, value) {
      const { CiphertextBlob, Plaintext } = await kms.send(
        new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext: { key } }),
      )
      const cipher = createCipheriv('aes-256-ctr', Plaintext ?? Buffer.alloc(32), Buffer.alloc(16))
      const sealed = [CiphertextBlob ?? Buffer.alloc(64), cipher.update(value), cipher.final()]
      await inner.write(key, Buffer.concat(sealed))
    },
  })

export const remembered = (): Wrap => (inner) => {
  const known = new Map<string, Uint8Array | undefined>()
  return {
    read: async (key) => {
      if (!known.has(key)) known.set(key, await inner.read(key))
      return known.get(key)
    },
    write: async (key, value) => {
      known.delete(key)
      await inner.write(key, value)
    },
  }
}

export const under =
  (folder: string): Wrap =>
  ({ read, ...inner }) => ({
    ...inner,
    read: (key) => read(`${folder}/${key}`),
    write: (key, value) => inner.write(`${folder}/${key}`, value),
  })
