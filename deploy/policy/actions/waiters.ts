import { WAITERS } from './data/waiters.ts'

// Of clients that scripts/iam-data.ts does not find installed: the operation, then the waiters that poll it.
const FURTHER = `
  acm: DescribeCertificate: CertificateValidated
  auto-scaling: DescribeAutoScalingGroups: GroupExists GroupInService GroupNotExists
  cloudformation: DescribeStacks: StackCreateComplete StackDeleteComplete StackExists StackImportComplete
    StackRollbackComplete StackUpdateComplete
  cloudformation: DescribeChangeSet: ChangeSetCreateComplete
  cloudformation: DescribeTypeRegistration: TypeRegistrationComplete
  cloudfront: GetDistribution: DistributionDeployed
  cloudfront: GetInvalidation: InvalidationCompleted
  cloudfront: GetStreamingDistribution: StreamingDistributionDeployed
  codedeploy: GetDeployment: DeploymentSuccessful
  ec2: DescribeInstances: InstanceExists InstanceRunning InstanceStopped InstanceTerminated
  ec2: DescribeInstanceStatus: InstanceStatusOk SystemStatusOk
  ec2: DescribeImages: ImageAvailable ImageExists
  ec2: DescribeSnapshots: SnapshotCompleted
  ec2: DescribeVolumes: VolumeAvailable VolumeDeleted VolumeInUse
  ecr: DescribeImageScanFindings: ImageScanComplete
  eks: DescribeCluster: ClusterActive ClusterDeleted
  eks: DescribeNodegroup: NodegroupActive NodegroupDeleted
  elastic-load-balancing-v2: DescribeLoadBalancers: LoadBalancerAvailable LoadBalancerExists LoadBalancersDeleted
  elastic-load-balancing-v2: DescribeTargetHealth: TargetDeregistered TargetInService
  elasticache: DescribeCacheClusters: CacheClusterAvailable CacheClusterDeleted
  elasticache: DescribeReplicationGroups: ReplicationGroupAvailable ReplicationGroupDeleted
  emr: DescribeCluster: ClusterRunning ClusterTerminated
  emr: DescribeStep: StepComplete
  glacier: DescribeVault: VaultExists VaultNotExists
  iam: GetInstanceProfile: InstanceProfileExists
  iam: GetPolicy: PolicyExists
  iam: GetRole: RoleExists
  iam: GetUser: UserExists
  rds: DescribeDBClusters: DBClusterAvailable DBClusterDeleted
  rds: DescribeDBInstances: DBInstanceAvailable DBInstanceDeleted
  rds: DescribeDBSnapshots: DBSnapshotAvailable DBSnapshotCompleted DBSnapshotDeleted
  redshift: DescribeClusters: ClusterAvailable ClusterDeleted ClusterRestored
  rekognition: DescribeProjectVersions: ProjectVersionRunning ProjectVersionTrainingCompleted
  route-53: GetChange: ResourceRecordSetsChanged
  sagemaker: DescribeEndpoint: EndpointDeleted EndpointInService
  sagemaker: DescribeTrainingJob: TrainingJobCompletedOrStopped
  ses: GetIdentityVerificationAttributes: IdentityExists
`

const further = new Map<string, string>()
for (const line of FURTHER.trim()
  .replace(/\n {4}/g, ' ')
  .split('\n')) {
  const [client = '', operation = '', waiters = ''] = line.trim().split(': ')
  for (const waiter of waiters.split(/\s+/)) further.set(`${client} ${waiter}`, operation)
}

/**
 * The operation that a waiter polls: `waitUntilBucketExists` of `s3` is `HeadBucket`.
 *
 * @param client the name of the client's package after `@aws-sdk/client-`
 * @returns `undefined` when it is not known.
 */
export const operationOfWaiter = (client: string, name: string): string | undefined => {
  const [, waiter] = /^wait(?:Until|For)(\w+)$/.exec(name) ?? []
  if (waiter === undefined) return undefined
  const own = Object.hasOwn(WAITERS, client) ? WAITERS[client] : undefined
  return (
    (own !== undefined && Object.hasOwn(own, waiter) ? own[waiter] : undefined) ??
    further.get(`${client} ${waiter}`)
  )
}
