import type { LambdaFunction } from './component.ts'
import type { ResolvedFunction } from './config/resolve.ts'
import { documentText } from './document-text.ts'
import type { FunctionGrants } from './function-grant.ts'
import { retention } from './log-retention.ts'
import { isFileRead, readPolicy } from './policy-file.ts'

/** What all functions of a deployment have in common. */
export interface Surroundings {
  /** The folder of sst.config.ts, which paths start at. */
  readonly root: string
  /** The file and export that are the app's handler. */
  readonly handler: string
  /** What each may do, and what it may reach by SST's `Resource`. */
  readonly grants: FunctionGrants
}

/** Only Lambda itself may take on the role: https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html */
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
})

/** What X-Ray needs: https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html */
const TRACING = { actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }

/** Policies of a role: in it, and those that are attached to it, by their ARNs. */
const policiesOf = (name: string, options: ResolvedFunction, { root, grants }: Surroundings) => {
  const { derived } = grants.grantOf(options.name)
  const documents = derived.documents.map((each) => documentText(each, grants.links))
  const file = isFileRead(options) ? [readPolicy('iamPolicyFile', options.iamPolicyFile, root)] : []
  const isInline = derived.kind === 'inline'
  return {
    inline: [
      ...(isInline ? documents.map((policy) => ({ name: 'derived', policy })) : []),
      ...file.map((policy) => ({ name: 'policy', policy })),
    ],
    attached: isInline
      ? []
      : documents.map((policy, index) => new aws.iam.Policy(`${name}Policy${index + 1}`, { policy }).arn),
  }
}

/**
 * A Lambda function as SST makes it, with a role that Lambda alone can take on and that allows logging, tracing where it
 * is on, what is linked, what its source needs, and the policy of the configuration.
 *
 * @param name the component's
 * @param url whether it has a URL of its own, and who may call that
 * @throws ConfigurationError when the policy's file cannot be read.
 */
export const lambdaFunction = (
  name: string,
  options: ResolvedFunction,
  surroundings: Surroundings,
  description: string,
  url?: 'none' | 'iam',
): LambdaFunction => {
  const { iamRoleArn, reservedConcurrency, subnetIds, securityGroupIds } = options
  const { inline, attached } = policiesOf(name, options, surroundings)
  return new sst.aws.Function(name, {
    handler: options.handler ?? surroundings.handler,
    description,
    timeout: `${options.lambdaTimeout} seconds`,
    memory: `${options.lambdaMemorySize} MB`,
    architecture: options.architecture,
    // SST adds its own variables to the very record that it is given.
    environment: { ...options.environmentVariables },
    tags: { ...options.tags },
    layers: [...options.layers],
    logging: { retention: retention(options.logRetentionInDays) },
    link: [...surroundings.grants.grantOf(options.name).link],
    permissions: options.xray ? [TRACING] : [],
    ...(options.manageIamRole || iamRoleArn === undefined ? {} : { role: iamRoleArn }),
    ...(reservedConcurrency === undefined ? {} : { concurrency: { reserved: reservedConcurrency } }),
    ...(subnetIds.length === 0
      ? {}
      : { vpc: { privateSubnets: [...subnetIds], securityGroups: [...securityGroupIds] } }),
    ...(url === undefined ? {} : { url: { authorization: url, cors: false as const } }),
    transform: {
      function: (args) => {
        if (options.xray) args.tracingConfig = { mode: 'Active' }
      },
      role: (args) => {
        // Live functions of `sst dev` are run by a person's own credentials, which SST lets in.
        if (!$dev) args.assumeRolePolicy = TRUST
        if (inline.length > 0)
          args.inlinePolicies = $output(args.inlinePolicies ?? []).apply((others) => [
            ...(Array.isArray(others) ? others : []),
            ...inline,
          ])
        if (attached.length > 0)
          args.managedPolicyArns = $output(args.managedPolicyArns ?? []).apply((others) => [
            ...(Array.isArray(others) ? others : []),
            ...attached,
          ])
      },
    },
  })
}
