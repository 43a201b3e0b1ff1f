import { BadRequestError } from 'calix'
import type { Job, Runner } from './ports.ts'
import { cleanupRunner } from './runners/cleanup.ts'
import { RenderRunner } from './runners/render.ts'
import { reportRunner } from './runners/report.ts'

const runners: Array<Runner> = [new RenderRunner(), reportRunner]
runners.push(cleanupRunner('desk'))

export const submit = async (job: Job): Promise<string> => {
  for (const runner of runners) if (runner.accepts(job)) return runner.start(job)
  throw new BadRequestError(`Nobody does ${job.kind}`)
}
