import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, environment, get, InternalServerError, lambda, provide, put, route, routes, use } from 'calix'
import { cors } from 'calix/middleware'
import { pipe } from 'fp-ts/function'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as TE from 'fp-ts/TaskEither'

interface Environment {
  readonly db: DynamoDBClient
  readonly files: S3Client
}

interface Shop {
  readonly shop: { readonly id: string; readonly bucket: string }
}

const failed = () => new InternalServerError('AWS does not answer')

const shop = provide(({ headers }, { db }: Pick<Environment, 'db'>) =>
  pipe(
    TE.tryCatch(
      () => db.send(new GetItemCommand({ TableName: 'shops', Key: { host: { S: headers.host ?? '' } } })),
      failed,
    ),
    TE.map(({ Item }): Shop => ({ shop: { id: Item?.id?.S ?? '1', bucket: 'shop-pages' } })),
  ),
)

const page = route(get('/pages/:name'), ({ params }) =>
  pipe(
    RTE.ask<Pick<Environment, 'files'> & Shop>(),
    RTE.chainTaskEitherK(({ files, shop }) =>
      TE.tryCatch(
        () =>
          files.send(new GetObjectCommand({ Bucket: shop.bucket, Key: `${shop.id}/${params.name}.html` })),
        failed,
      ),
    ),
    RTE.map(({ ContentType }) => ContentType ?? 'text/html'),
  ),
)

/** A reader of one's own, beside the second argument. */
const keep = route(
  put('/pages/:name'),
  ({ params }, { shop }: Shop) =>
    ({ db }: Pick<Environment, 'db'>) =>
      TE.tryCatch(async () => {
        await db.send(
          new PutItemCommand({
            TableName: 'pages',
            Item: { shop: { S: shop.id }, name: { S: params.name } },
          }),
        )
        return params.name
      }, failed),
)

export const app = calix(
  { environment: environment<Environment>() },
  pipe(routes(page, keep), use(shop, cors())),
)

export const handler = lambda(app, { db: new DynamoDBClient({}), files: new S3Client({}) })
