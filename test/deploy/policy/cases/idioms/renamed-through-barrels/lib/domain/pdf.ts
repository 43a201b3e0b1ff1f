import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client()
const pdf = async (id: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'invoice-pdfs', Key: `${id}.pdf` }))
  return Body?.transformToString('base64')
}
export { pdf as default }
