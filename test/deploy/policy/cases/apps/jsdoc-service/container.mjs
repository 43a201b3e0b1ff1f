import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createCounter } from './services/counter.mjs'
import { PollService } from './services/polls.mjs'

/**
 * @template {object} A
 * @param {() => A} make
 * @returns {() => A}
 */
const once = (make) => {
  /** @type {A | undefined} */
  let made
  return () => made || (made = make())
}

export const container = once(() => {
  const dynamodb = new DynamoDBClient({})
  const tables = { polls: `${process.env.APP}-polls`, votes: `${process.env.APP}-votes` }
  return {
    polls: new PollService({ dynamodb, table: tables.polls }),
    counter: createCounter(dynamodb, tables.votes),
  }
})
