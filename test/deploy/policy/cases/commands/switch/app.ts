import {
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { BadRequestError, calix, post, route } from 'calix'

const sfn = new SFNClient({})
const MACHINE = 'arn:aws:states:eu-west-1:123456789012:stateMachine:orders'
const EXECUTION = 'arn:aws:states:eu-west-1:123456789012:execution:orders'

const steer = async (verb: string, name: string) => {
  switch (verb) {
    case 'start':
      return sfn.send(new StartExecutionCommand({ stateMachineArn: MACHINE, name }))
    case 'stop': {
      const executionArn = `${EXECUTION}:${name}`
      return sfn.send(new StopExecutionCommand({ executionArn }))
    }
    case 'show':
      return sfn.send(new DescribeExecutionCommand({ executionArn: [EXECUTION, name].join(':') }))
    default:
      return new BadRequestError(`What is ${verb}?`)
  }
}

export const app = calix(
  {},
  route(post('/runs/:name/:verb'), ({ params }) => steer(params.verb, params.name)),
)
