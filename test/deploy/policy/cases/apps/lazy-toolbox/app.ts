import { calix, get, post, route } from 'calix'
import { inTransaction, one } from './sql.ts'
import { summarize } from './summaries.ts'
import { toolbox } from './toolbox.ts'

export const app = calix(
  {},
  route(get('/articles/:id/summary'), async ({ params }) =>
    summarize(await one('SELECT text FROM articles WHERE id = :id', params.id)),
  ),
  route(post('/articles/:id/archive'), ({ params }) =>
    inTransaction(async () => {
      const { executionArn = '' } = await toolbox.sfn.startExecution({
        stateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:archive',
        input: JSON.stringify({ id: params.id }),
      })
      return { executionArn }
    }),
  ),
)
