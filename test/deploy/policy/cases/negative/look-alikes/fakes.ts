export class S3Client {
  async send(command: unknown): Promise<unknown> {
    return command
  }
}

export class DynamoDB {
  readonly rows: Array<unknown> = []
  async putItem(input: unknown): Promise<void> {
    this.rows.push(input)
  }
}
