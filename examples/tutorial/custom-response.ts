import { get, response, route } from 'calix'

export const customResponse = route(get('/custom_response'), () =>
  response('hello world!', { status: 200, headers: { 'content-type': 'text/plain' } }),
)
