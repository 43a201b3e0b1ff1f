import { PutObjectCommand } from '@aws-sdk/client-s3'
import { buckets } from '../clients/aws.ts'
import { loadConfig } from '../config.ts'

export const storeInvoice = async (orderId: string, lines: ReadonlyArray<string>): Promise<string> => {
  const { invoiceBucket } = loadConfig()
  const Key = `invoices/${orderId}.txt`
  await buckets.send(new PutObjectCommand({ Bucket: invoiceBucket, Key, Body: lines.join('\n') }))
  return Key
}
