import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { BaseExporter, type Report } from './exporter.ts'

export class CsvExporter extends BaseExporter {
  readonly format = 'csv'
  protected override readonly aliases = ['text/csv', 'excel']
  readonly #s3 = new S3Client({})

  protected override render({ rows }: Report): string {
    return rows.map((row) => row.join(',')).join('\n')
  }

  protected override async deliver(title: string, Body: string): Promise<string> {
    const Key = `csv/${title}.csv`
    await this.#s3.send(new PutObjectCommand({ Bucket: 'report-exports', Key, Body }))
    return Key
  }
}
