import { ECSClient, RunTaskCommand } from '@aws-sdk/client-ecs'
import type { Job, Runner } from '../ports.ts'

const roles = {
  taskRoleArn: 'arn:aws:iam::123456789012:role/render-task',
  executionRoleArn: 'arn:aws:iam::123456789012:role/render-execution',
}

export class RenderRunner implements Runner {
  static readonly TASK = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/render:7'
  private readonly ecs: ECSClient

  constructor(ecs = new ECSClient({})) {
    this.ecs = ecs
  }

  accepts = ({ kind }: Job) => kind === 'render'

  start = async ({ subject }: Job) => {
    const { tasks } = await this.ecs.send(
      new RunTaskCommand({
        cluster: 'jobs',
        taskDefinition: RenderRunner.TASK,
        overrides: {
          ...roles,
          containerOverrides: [{ name: 'main', environment: [{ name: 'SUBJECT', value: subject }] }],
        },
      }),
    )
    return tasks?.[0]?.taskArn ?? ''
  }
}
