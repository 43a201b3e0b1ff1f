import { S3 } from '@aws-sdk/client-s3'

let s3
const AWS = {
  config: { bucket: 'legacy-docs', region: undefined },
  s3() {
    if (!s3) s3 = new S3({ region: AWS.config.region })
    return s3
  },
}

export default AWS
