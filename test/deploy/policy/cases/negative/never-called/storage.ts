import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3({})

export const keep = (Key: string) => s3.putObject({ Bucket: 'b', Key })
export const drop = (Key: string) => s3.deleteObject({ Bucket: 'b', Key })
export class Storage {
  clear() {
    return s3.deleteObjects({ Bucket: 'b', Delete: { Objects: [] } })
  }
}
