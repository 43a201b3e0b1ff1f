import {
  DeleteParameterCommand,
  GetParameterCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import { calix, methods, prefix, type Request, route, routes } from 'calix'
import { pipe } from 'fp-ts/function'

const ssm = new SSMClient({})
const named = (path: string) => `/entries/${path}`

const HANDLERS = {
  'GET /one': () =>
    ssm.send(new GetParameterCommand({ Name: named('one') })).then(({ Parameter }) => Parameter ?? null),
  'PUT /two': async ({ body }: Request) => {
    await ssm.send(new PutParameterCommand({ Name: named('two'), Value: String(body) }))
    return null
  },
  async 'DELETE /three'() {
    await ssm.send(new DeleteParameterCommand({ Name: named('three') }))
    return null
  },
}

const isMethod = (text: string): text is 'GET' | 'PUT' | 'DELETE' => ['GET', 'PUT', 'DELETE'].includes(text)

const all = Object.entries(HANDLERS).map(([key, handler]) => {
  const [method = '', path = ''] = key.split(' ')
  if (!isMethod(method) || !path.startsWith('/')) throw new TypeError(key)
  return route(methods([method], `/${path.slice(1)}`), handler)
})

export const app = calix({}, pipe(routes(...all), prefix('/parameters')))
