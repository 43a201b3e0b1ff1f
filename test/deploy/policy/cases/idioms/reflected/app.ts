import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  KMSClient,
  ListKeysCommand,
} from '@aws-sdk/client-kms'
import { calix, get, head, post, put, route } from 'calix'

const KeyId = 'arn:aws:kms:us-east-1:123456789012:key/0d990263-018e-4e65-a703-eff731de951e'
const kms: KMSClient = Reflect.construct(KMSClient, [{}])
const send = kms.send.bind(kms)
type Send<C> = (command: C) => Promise<unknown>
const blob = (text: string) => new TextEncoder().encode(text)

export const app = calix(
  {},
  route(put('/keys/:id'), async ({ params }) => {
    const command: EncryptCommand = Reflect.construct(EncryptCommand, [{ KeyId, Plaintext: blob(params.id) }])
    await send(command)
    return null
  }),
  route(get('/keys/:id'), async ({ params }) => {
    await Reflect.apply(kms.send, kms, [new DecryptCommand({ KeyId, CiphertextBlob: blob(params.id) })])
    return null
  }),
  route(post('/keys/:id'), async () => {
    const generate = (send as Send<GenerateDataKeyCommand>).bind(
      null,
      new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }),
    )
    await generate()
    return null
  }),
  route(get('/keys'), async () => {
    await (kms.send as Send<ListKeysCommand>).call(kms, new ListKeysCommand())
    return null
  }),
  route(head('/keys/:id'), async () => {
    await (kms.send as Send<DescribeKeyCommand>).apply(kms, [new DescribeKeyCommand({ KeyId })])
    return null
  }),
)
