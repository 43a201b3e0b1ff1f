import {
  GetParameterCommand,
  type GetParameterCommandInput,
  PutParameterCommand,
  type PutParameterCommandInput,
  SSMClient,
} from '@aws-sdk/client-ssm'
import { calix, get, put, route } from 'calix'

const ssm = new SSMClient({})

interface Inputs {
  readonly read: GetParameterCommandInput
  readonly write: PutParameterCommandInput
}

const run = async <K extends keyof Inputs>(
  Command: new (input: Inputs[K]) => unknown,
  input: Inputs[K],
): Promise<unknown> => ssm.send(new Command(input) as GetParameterCommand)

export const app = calix(
  {},
  route(get('/flags/:name'), () => run<'read'>(GetParameterCommand, { Name: '/flags/all' })),
  route(put('/flags/:name'), ({ params }) =>
    run<'write'>(PutParameterCommand, { Name: `/flags/${params.name}`, Value: 'on', Overwrite: true }),
  ),
)
