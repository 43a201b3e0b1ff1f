import { KMSClient, DecryptCommand, EncryptCommand } from '@aws-sdk/client-kms'
import { calix, post, route } from 'calix'

const kms = new KMSClient({})
const KeyId = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'

const crypt = route(post('/crypt'), async ({ query, rawBody = new Uint8Array() }) => {
  const Command = query.way === 'out' ? DecryptCommand : EncryptCommand
  // @ts-expect-error: no one signature is both classes'.
  const command = new Command({ KeyId, Plaintext: rawBody, CiphertextBlob: rawBody })
  await kms.send(command)
  return null
})

export const app = calix({}, crypt)
