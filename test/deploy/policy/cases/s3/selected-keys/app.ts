import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, NotFoundError, route } from 'calix'

const s3 = new S3Client({})

const TEMPLATES = {
  invoice: { Bucket: 'templates', Key: 'pdf/invoice.html' },
  letter: { Bucket: 'templates', Key: 'pdf/letter.html' },
  logo: { Bucket: 'brand', Key: 'logo.svg' },
} as const

const isTemplate = (name: string): name is keyof typeof TEMPLATES => name in TEMPLATES

const template = route(get('/templates/:name'), async ({ params: { name } }) => {
  if (!isTemplate(name)) return new NotFoundError(name)
  const { Body } = await s3.send(new GetObjectCommand(TEMPLATES[name]))
  return Body?.transformToString()
})

export const app = calix({}, template)
