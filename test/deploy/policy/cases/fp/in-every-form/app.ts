// @ts-nocheck The errors and environments of so many forms need annotations that are beside the point.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, post, route, routes } from 'calix'
import * as A from 'fp-ts/Array'
import { sequenceS, sequenceT } from 'fp-ts/Apply'
import * as E from 'fp-ts/Either'
import { flow, identity, pipe, tupled } from 'fp-ts/function'
import * as IO from 'fp-ts/IO'
import * as IOE from 'fp-ts/IOEither'
import * as NEA from 'fp-ts/NonEmptyArray'
import * as O from 'fp-ts/Option'
import * as RA from 'fp-ts/ReadonlyArray'
import * as RR from 'fp-ts/ReadonlyRecord'
import * as R from 'fp-ts/Reader'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as RT from 'fp-ts/ReaderTask'
import * as S from 'fp-ts/State'
import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import * as TO from 'fp-ts/TaskOption'
import * as t from 'io-ts'

const s3 = new S3Client({})
const save = async (Key: string) => {
  await s3.send(new PutObjectCommand({ Bucket: 'many', Key, Body: '' }))
  return null
}
const failed = () => new Error('S3')
const put = (Key: string) => TE.tryCatch(() => save(Key), failed)
const task =
  (Key: string): T.Task<null> =>
  () =>
    save(Key)
const none = () => null
interface Live {
  readonly put: typeof put
}
const live: Live = { put }
const keep = (key: string) =>
  RTE.asksReaderTaskEither((environment: Live) => RTE.fromTaskEither(environment.put(key)))
const Key = t.type({ key: t.string })
const parPut = A.traverse(TE.ApplicativePar)(put)

export const app = calix(
  {},
  routes(
    route(post('/map'), () => pipe(put('k-map'), TE.map(none))),
    route(post('/chain'), () => pipe(TE.right('k-chain'), TE.chain(put))),
    route(post('/flat-map'), () => pipe(TE.of('k-flat-map'), TE.flatMap(put))),
    route(post('/flow'), () => flow(put, TE.map(none))('k-flow')),
    route(post('/or-else'), () =>
      pipe(
        TE.left(1),
        TE.orElse(() => put('k-or-else')),
      ),
    ),
    route(post('/alt'), () =>
      pipe(
        TE.left(failed()),
        TE.alt(() => put('k-alt')),
      ),
    ),
    route(post('/match-e'), () =>
      pipe(
        TE.left(1),
        TE.matchE(
          () => task('k-match-e'),
          () => T.of(null),
        ),
      ),
    ),
    route(post('/fold'), () =>
      pipe(
        E.left(1),
        E.fold(
          () => put('k-fold'),
          () => put('k-fold'),
        ),
      ),
    ),
    route(post('/match-option'), () =>
      pipe(
        O.some('k-match-option'),
        O.match(() => TE.right(null), put),
      ),
    ),
    route(post('/get-or-else'), () =>
      pipe(
        O.none,
        O.getOrElse(() => put('k-get-or-else')),
      ),
    ),
    route(post('/traverse'), () => pipe(['k-traverse-one', 'k-traverse-two'], parPut)),
    route(post('/traverse-readonly'), () =>
      pipe(['k-traverse-readonly'], RA.traverse(TE.ApplicativeSeq)(put)),
    ),
    route(post('/traverse-array'), () => pipe(['k-traverse-array'], TE.traverseArray(put))),
    route(post('/sequence-array'), () => TE.sequenceArray([put('k-sequence-array')])),
    route(post('/sequence-t'), () =>
      sequenceT(TE.ApplyPar)(put('k-sequence-t-one'), put('k-sequence-t-two')),
    ),
    route(post('/sequence-s'), () =>
      sequenceS(TE.ApplyPar)({ a: put('k-sequence-s-one'), b: put('k-sequence-s-two') }),
    ),
    route(post('/do'), () =>
      pipe(
        TE.Do,
        TE.bind('a', () => put('k-do-one')),
        TE.apS('b', put('k-do-two')),
        TE.let('c', () => 1),
        TE.map(none),
      ),
    ),
    route(post('/bind-to'), () =>
      pipe(
        put('k-bind-to'),
        TE.bindTo('a'),
        TE.chainFirst(() => put('k-bind-to-first')),
        TE.map(none),
      ),
    ),
    route(post('/tap'), () =>
      pipe(
        TE.right('x'),
        TE.tap(() => put('k-tap')),
        TE.tapIO((x) => () => x),
      ),
    ),
    route(post('/try-catch-k'), () => TE.tryCatchK(save, failed)('k-try-catch-k')),
    route(post('/from-either'), () => pipe(E.right('k-from-either'), TE.fromEither, TE.chain(put))),
    route(post('/from-option'), () => pipe(O.some('k-from-option'), TE.fromOption(failed), TE.chain(put))),
    route(post('/from-nullable'), () => pipe('k-from-nullable', TE.fromNullable(failed()), TE.chain(put))),
    route(post('/from-predicate'), () =>
      pipe(
        'k-from-predicate',
        TE.fromPredicate((key) => key.length > 0, failed),
        TE.chain(put),
      ),
    ),
    route(post('/from-task'), () => TE.fromTask(task('k-from-task'))),
    route(post('/bracket'), () =>
      TE.bracket(
        put('k-bracket-acquire'),
        () => put('k-bracket-use'),
        () => put('k-bracket-release'),
      ),
    ),
    route(post('/task'), () =>
      pipe(
        task('k-task'),
        T.chain(() => task('k-task-two')),
        (run) => run(),
      ),
    ),
    route(post('/task-sequence'), () => T.sequenceArray([task('k-task-sequence')])()),
    route(post('/task-delay'), () => pipe(task('k-task-delay'), T.delay(1), (run) => run())),
    route(post('/task-option'), () =>
      pipe(
        TO.tryCatch(() => save('k-task-option')),
        TO.match(none, none),
        (run) => run(),
      ),
    ),
    route(post('/io'), () => pipe(IO.of('k-io'), IO.map(save), (io) => io())),
    route(post('/io-either'), () =>
      pipe(
        IOE.tryCatch(() => 'k-io-either', failed),
        TE.fromIOEither,
        TE.chain(put),
      ),
    ),
    route(post('/reader'), () =>
      pipe(
        R.asks((live: Live) => live.put),
        R.map((f) => f('k-reader')),
        (reader) => reader(live),
      ),
    ),
    route(post('/reader-task'), () =>
      pipe(
        RT.ask<Live>(),
        RT.chainTaskK(({ put }) => put('k-reader-task')),
        RT.map(none),
      )(live)(),
    ),
    route(post('/rte'), () =>
      pipe(
        keep('k-rte'),
        RTE.chain(() => keep('k-rte-two')),
        RTE.map(none),
      )(live),
    ),
    route(post('/rte-local'), () =>
      pipe(
        keep('k-rte-local'),
        RTE.local((all: { live: Live }) => all.live),
      )({ live }),
    ),
    route(post('/rte-do'), () =>
      pipe(
        RTE.Do,
        RTE.bind('a', () => keep('k-rte-do')),
        RTE.map(none),
      )(live),
    ),
    route(post('/state'), () => S.evaluate(1)(pipe(S.of('k-state'), S.map(put)))),
    route(post('/record'), () => pipe({ a: 'k-record' }, RR.traverse(TE.ApplicativePar)(put))),
    route(post('/record-map'), () =>
      pipe({ a: 'k-record-map' }, RR.map(put), RR.sequence(TE.ApplicativeSeq)),
    ),
    route(post('/array-map'), () => pipe(['k-array-map'], A.map(put), A.sequence(TE.ApplicativeSeq))),
    route(post('/array-reduce'), () =>
      pipe(
        ['k-array-reduce'],
        A.reduce(TE.right(null), (before, key) =>
          pipe(
            before,
            TE.chain(() => put(key)),
          ),
        ),
      ),
    ),
    route(post('/filter-map'), () => pipe([O.some('k-filter-map'), O.none], A.filterMap(identity), parPut)),
    route(post('/non-empty'), () => pipe(NEA.of('k-non-empty'), NEA.head, put)),
    route(post('/tupled'), () =>
      pipe(
        ['k-tupled', 1],
        tupled((key: string) => put(key)),
      ),
    ),
    route(post('/ap'), () =>
      pipe(
        TE.right((key: string) => key),
        TE.ap(TE.right('k-ap')),
        TE.chain(put),
      ),
    ),
    route(post('/decoded'), () =>
      pipe(
        { key: 'k-decoded' },
        Key.decode,
        TE.fromEither,
        TE.chain(({ key }) => put(key)),
      ),
    ),
    route(post('/awaited'), async () => {
      const result = await put('k-awaited')()
      return E.isRight(result) ? null : result.left
    }),
    route(post('/tagged'), async () => {
      const result = await put('k-tagged')()
      if (result._tag === 'Left') await save('k-tagged')
      return null
    }),
  ),
)
