import { calix, post, route } from 'calix'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doors, type Opened } from './doors.ts'

const app = calix(
  {},
  route(post('/echo/:id'), async (request) => {
    const before = JSON.stringify([request.params.id, request.query.q, request.headers['x-own']])
    // Long enough for every other request to come in, in an order of its own.
    await new Promise((resolve) => setTimeout(resolve, 20 - Number(request.params.id)))
    const { params, query, headers, cookies, body } = request
    return { before, after: [params.id, query.q, headers['x-own']], cookie: cookies.own, body }
  }),
)

describe.each(doors)('requests at the same time, $name', (door) => {
  let opened: Opened | undefined
  beforeAll(async () => {
    opened = await door.open(app)
  })
  afterAll(() => opened?.close())

  test('never see each other', async () => {
    const ids = Array.from({ length: 20 }, (_, nth) => String(nth))
    const answers = await Promise.all(
      ids.map((id) =>
        opened?.send({
          ...{ method: 'POST', target: `/echo/${id}?q=q${id}`, body: `{"id":"${id}"}` },
          headers: [
            ['x-own', `h${id}`],
            ['cookie', `own=c${id}`],
            ['content-type', 'application/json'],
          ],
        }),
      ),
    )
    expect(answers.map((answer) => JSON.parse(answer?.text ?? 'null'))).toEqual(
      ids.map((id) => ({
        before: `["${id}","q${id}","h${id}"]`,
        after: [id, `q${id}`, `h${id}`],
        cookie: `c${id}`,
        body: { id },
      })),
    )
  })
})
