export class Mailer {
  readonly sent: Array<unknown> = []
  async send(mail: unknown): Promise<void> {
    this.sent.push(mail)
  }
}

export class PutItemCommand {
  readonly input: { readonly TableName: string }
  constructor(input: { readonly TableName: string }) {
    this.input = input
  }
}

export class SQSClient {
  async send(command: PutItemCommand): Promise<string> {
    return command.input.TableName
  }
}
