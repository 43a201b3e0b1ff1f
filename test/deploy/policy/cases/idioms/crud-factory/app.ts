import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, get, monoid, prefix, route, routes } from 'calix'
import { pipe } from 'fp-ts/function'
import { crud } from './crud.ts'

const changed = (topic: string) => async (id: string) => {
  await new SNSClient().send(
    new PublishCommand({ TopicArn: `arn:aws:sns:eu-west-1:123456789012:${topic}-changed`, Message: id }),
  )
}

const users = pipe(crud({ table: 'users', isRemovable: true }), prefix('/users'))
const teams = pipe(crud({ table: 'teams', onSaved: changed('teams') }), prefix('/teams'))

const archives = ['a', 'b'].map((name) =>
  route(get(`/archive/${name}`), async () => {
    const { KeyCount = 0 } = await new S3Client().send(
      new ListObjectsV2Command({ Bucket: `archive-${name}` }),
    )
    return KeyCount
  }),
)

export const app = calix({}, monoid.concat(users, teams), routes(...archives))
