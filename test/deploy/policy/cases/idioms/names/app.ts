// @ts-nocheck TypeScript does not erase enums and namespaces, so the repository's own configuration refuses them.
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { calix, get, route } from 'calix'
import settings from './settings.json' with { type: 'json' }

enum Table {
  Main = 'by-enum',
  Other = 'by-other-enum',
}
const { buckets } = settings

const enum Fast {
  Main = 'by-const-enum',
}
enum Level {
  Low,
  High,
}
namespace Names {
  const version = 2
  export const current = `by-namespace-v${version}`
  export namespace Old {
    export const current = 'by-old-namespace'
  }
}
const table = (parts: TemplateStringsArray, ...values: ReadonlyArray<unknown>): string =>
  String.raw({ raw: parts }, ...values).trim()

const SECRET = Symbol('secret')
const tables = { [SECRET]: 'by-symbol', name: 'by-name' }

const kind = 'computed' as const
const byKind = { [`${kind}-key`]: 'by-computed-key', ['other-key']: 'by-another-key' }

const byLevel: Record<string, string> = { Low: 'by-low', High: 'by-reverse' }

const db = new DynamoDBClient()
const count = async (TableName: string) => (await db.send(new ScanCommand({ TableName }))).Count ?? 0

export const app = calix(
  {},
  route(get('/enum'), () => count(Table.Main)),
  route(get('/const-enum'), () => count(Fast.Main)),
  route(get('/namespace'), () => count(Names.current)),
  route(get('/tag'), () => count(table` by-tag-${1} `)),
  route(get('/symbol'), () => count(tables[SECRET])),
  route(get('/computed'), () => count(byKind['computed-key'])),
  route(get('/methods'), () =>
    count(
      '  BY_Methods_'.concat('OF', '_', 'strings_x').trim().toLowerCase().replaceAll('_', '-').slice(0, -2),
    ),
  ),
  route(get('/json'), async () => {
    const listed = await new S3Client().send(new ListObjectsV2Command({ Bucket: buckets[1] }))
    return (listed.KeyCount ?? 0) + (await count(settings.tables.main))
  }),
  route(get('/reverse'), () => count(byLevel[Level[Level.High]])),
  route(get('/entries'), async () => {
    const all = { a: 1, b: 2 }
    const counts = await Promise.all(Object.entries(all).map(([key, _]) => count(`entries-${key}`)))
    return counts.length
  }),
)
