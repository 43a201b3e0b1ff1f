import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { Step } from '../saga.ts'
import type { Trip } from '../trip.ts'

const sfn = new SFNClient({})

export const payment = (machine: string): Step<Trip> => ({
  name: 'payment',
  async run(trip) {
    await sfn.send(
      new StartExecutionCommand({
        stateMachineArn: `arn:aws:states:eu-west-1:999988887777:stateMachine:${machine}`,
        input: JSON.stringify(trip),
      }),
    )
  },
})
