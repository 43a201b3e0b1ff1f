import errorLogger from '@middy/error-logger'
import inputOutputLogger from '@middy/input-output-logger'
import { describe, expect, it } from 'vitest'
import { BadRequestError, get, post, response, route, routes } from '../../../src/index.ts'
import { placements } from './placements.ts'

describe.each(placements)('on $where, behind $gateway', ({ mount }) => {
  describe('input-output-logger', () => {
    const logging = (options: Parameters<typeof inputOutputLogger>[0] = {}) => {
      const lines: Array<unknown> = []
      // What is logged has to be JSON by then: a logger writes lines.
      const middleware = [
        inputOutputLogger({
          ...options,
          logger: (line) => void lines.push(JSON.parse(JSON.stringify(line))),
        }),
      ]
      const answers = mount({
        routes: routes(
          route(post('/greet'), ({ body }) =>
            response({ hello: body }, { status: 201, headers: { 'X-A': '1' } }),
          ),
          route(get('/wrong'), () => new BadRequestError('no')),
        ),
        middleware,
      })
      return { lines, answers }
    }

    it('logs the event that comes and the answer that goes', async () => {
      const { lines, answers } = logging()
      const { json } = await answers.post('/greet', { json: { name: 'ada' } })
      expect(json).toEqual({ hello: { name: 'ada' } })
      expect(lines).toMatchObject([
        { event: { body: '{"name":"ada"}', headers: { 'content-type': 'application/json' } } },
        { response: { statusCode: 201, body: '{"hello":{"name":"ada"}}' } },
      ])
    })

    it('logs the answer that is an error', async () => {
      const { lines, answers } = logging()
      await answers.get('/wrong')
      expect(lines).toMatchObject([
        {},
        { response: { statusCode: 400, body: expect.stringContaining('no') } },
      ])
    })

    it('leaves out what it is told to', async () => {
      const { lines, answers } = logging({
        omitPaths: ['event.headers.authorization', 'event.multiValueHeaders', 'response.body'],
      })
      await answers.post('/greet', { json: 1, headers: { authorization: 'Bearer secret' } })
      expect(JSON.stringify(lines)).not.toContain('secret')
      expect(lines).toMatchObject([{ event: { body: '1' } }, { response: { statusCode: 201 } }])
      expect(lines[1]).not.toHaveProperty('response.body')
    })

    it('logs the context of the invocation', async () => {
      const { lines, answers } = logging({ lambdaContext: true })
      await answers.post('/greet', { json: 1 })
      expect(lines).toMatchObject([
        { context: { functionName: 'calix-test' } },
        { context: { functionName: 'calix-test' } },
      ])
    })
  })

  describe('error-logger', () => {
    const failed = new Error('secret')
    const seen: Array<unknown> = []
    const answers = mount({
      routes: routes(
        route(get('/fine'), () => 'fine'),
        route(get('/thrown'), () => {
          throw failed
        }),
        route(get('/wrong'), () => new BadRequestError('no')),
      ),
      middleware: [
        errorLogger({ logger: ({ error, response: answer }) => void seen.push([error, answer.statusCode]) }),
      ],
      options: { log: () => {} },
    })

    it('sees what failed, with its answer, and nothing else', async () => {
      seen.length = 0
      for (const target of ['/fine', '/thrown', '/wrong']) await answers.get(target)
      expect(seen).toEqual([
        [failed, 500],
        [expect.any(BadRequestError), 400],
      ])
    })
  })
})
