import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type { Step } from '../saga.ts'
import type { Trip } from '../trip.ts'

export class HotelStep implements Step<Trip> {
  readonly name = 'hotel'
  private readonly lambda = new LambdaClient({})

  private call(functionName: string, trip: Trip) {
    return this.lambda.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'RequestResponse',
        Payload: JSON.stringify(trip),
      }),
    )
  }

  run = async (trip: Trip) => {
    await this.call('hotels-reserve', trip)
    return { hotel: `H-${trip.id}` }
  }

  undo = async (trip: Trip): Promise<void> => {
    await this.call('hotels-release', trip)
  }
}
