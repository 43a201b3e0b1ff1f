import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { Vault } from './vault.ts'

export interface DocumentsDeps {
  readonly s3: S3Client
  readonly vault: Vault
  readonly settings: { readonly bucket: string }
}

export class Documents {
  private readonly deps: DocumentsDeps

  constructor(deps: DocumentsDeps) {
    this.deps = deps
  }

  private at(id: string) {
    return { Bucket: this.deps.settings.bucket, Key: `sealed/${id}.bin` }
  }

  async read(id: string): Promise<string> {
    const { Body } = await this.deps.s3.send(new GetObjectCommand(this.at(id)))
    return this.deps.vault.open((await Body?.transformToByteArray()) ?? new Uint8Array())
  }

  async write(id: string, text: string): Promise<void> {
    const Body = await this.deps.vault.seal(text)
    await this.deps.s3.send(new PutObjectCommand({ ...this.at(id), Body }))
  }
}
