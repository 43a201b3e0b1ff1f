import { DynamoDBClient, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'

abstract class Report {
  static readonly TABLE: string = 'reports'
  protected readonly client = new DynamoDBClient({})
  protected abstract command(): QueryCommand | ScanCommand
  protected get table(): string {
    return (this.constructor as typeof Report).TABLE
  }

  async run(): Promise<unknown> {
    const command = this.command()
    const { Items } = await (command instanceof QueryCommand
      ? this.client.send(command)
      : this.client.send(command))
    return this.shape(Items ?? [])
  }

  protected shape(items: ReadonlyArray<unknown>): unknown {
    return items
  }
}

class All extends Report {
  protected override command() {
    return new ScanCommand({ TableName: this.table })
  }
}

class Counted extends All {
  static override readonly TABLE = 'counted-reports'
  protected override shape(items: ReadonlyArray<unknown>) {
    return items.length
  }
}

class Recent extends Report {
  protected override command() {
    return new QueryCommand({ TableName: 'reports', IndexName: 'recent', KeyConditionExpression: 'day = :d' })
  }
  protected override shape(items: ReadonlyArray<unknown>) {
    return [super.shape(items)]
  }
}

const REPORTS = { all: All, counted: Counted, recent: Recent } as const

export const app = calix(
  {},
  route(get('/all'), () => new REPORTS.all().run()),
  route(get('/counted'), () => new Counted().run()),
  route(get('/recent'), () => new Recent().run()),
)
