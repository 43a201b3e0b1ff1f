import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { BaseRepository, type Entity } from './base-repository.ts'

export interface Contract extends Entity {
  readonly customerId: string
  readonly text: string
}

export class ContractRepository extends BaseRepository<Contract> {
  protected override readonly tableName = process.env.CONTRACTS_TABLE!
  readonly #archive: S3Client
  readonly #topics: SNSClient

  constructor(archive: S3Client, topics: SNSClient) {
    super()
    this.#archive = archive
    this.#topics = topics
  }

  protected override toItem(contract: Contract) {
    return { ...contract, text: undefined }
  }

  protected override fromItem(item: Record<string, unknown>): Contract {
    return { id: String(item.id), customerId: String(item.customerId), text: '' }
  }

  protected override async beforeSave({ id, text }: Contract): Promise<void> {
    const Key = `contracts/${id}/latest.md`
    await this.#archive.send(new PutObjectCommand({ Bucket: 'crm-archive', Key, Body: text }))
  }

  protected override async afterSave({ id }: Contract): Promise<void> {
    await super.afterSave({ id, customerId: '', text: '' })
    const TopicArn = 'arn:aws:sns:us-east-1:111122223333:contract-saved'
    await this.#topics.send(new PublishCommand({ TopicArn, Message: id }))
  }
}
