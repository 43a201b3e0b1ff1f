import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'

export class Files {
  #bucket: string | undefined
  #s3?: S3Client

  set bucket(name: string) {
    this.#bucket = name
  }

  get #client(): S3Client {
    this.#s3 ||= new S3Client({})
    return this.#s3
  }

  get count(): Promise<number> {
    return this.#client
      .send(new ListObjectsV2Command({ Bucket: this.#bucket }))
      .then(({ KeyCount }) => KeyCount ?? 0)
  }
}
