import type { SdkCall } from '../sdk-call.ts'
import type { Service } from './by-data.ts'
import { arn, byField, type Find, NONE, OWN_ACCOUNT, regionsOf, type Target } from './target.ts'

// A job is submitted to a revision of its definition, the latest one when the name has none, and IAM sees the revision:
// https://docs.aws.amazon.com/batch/latest/userguide/iam-example-restrict-job-submission.html

const anyRevision = (definition: string): string =>
  /:job-definition\/[^:]*(?:\$\{[^}]*\}[^:]*)*:[^/]+$/.test(definition) ? definition : `${definition}:*`

const named = byField('jobDefinition', {
  arn: (name, place) => anyRevision(arn('batch', place, `job-definition/${name}`)),
  ofArn: anyRevision,
})

// Whether a link's ARN has a revision is known when it is there.
const submitted: Find = (call) => {
  const on = named(call)
  return on === undefined
    ? undefined
    : {
        arns: on.arns.flatMap((each) =>
          each.startsWith('${Resource.') ? [each.replace(/:\*$/, ''), each] : [each],
        ),
        gaps: on.gaps,
      }
}

const registered: Find = (call) => {
  const on = byField('jobDefinitionName', {
    arn: (name, place) => arn('batch', place, `job-definition/${name}`),
  })(call)
  return on === undefined
    ? undefined
    : { arns: on.arns.flatMap((each) => [each, `${each}:*`]), gaps: on.gaps }
}

/** A job that is about to be has no id yet, which is no gap. */
const newJob = (call: SdkCall): Target => ({
  arns: regionsOf(call).map(({ text }) => arn('batch', { region: text, account: OWN_ACCOUNT }, 'job/*')),
  gaps: [],
})

const job: Find = (call) =>
  call.operation === 'SubmitJob'
    ? newJob(call)
    : byField('jobId', { arn: (id, place) => arn('batch', place, `job/${id}`) })(call)

export const batch: Service = {
  resources: {
    job,
    'job-definition': (call) => submitted(call) ?? registered(call),
    'job-definition-revision': () => NONE,
  },
}
