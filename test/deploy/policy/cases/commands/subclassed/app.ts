import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, route } from 'calix'

class ReadReport extends GetObjectCommand {
  constructor(name: string) {
    super({ Bucket: 'reports', Key: `daily/${name}.json` })
  }
}

class ReportStore extends S3Client {
  async read(name: string): Promise<string | undefined> {
    const { Body } = await this.send(new ReadReport(name))
    return Body?.transformToString()
  }
}

const store = new ReportStore({})

export const app = calix(
  {},
  route(get('/reports/:name'), ({ params }) => store.read(params.name)),
)
