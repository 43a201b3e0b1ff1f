import type { Service } from './by-data.ts'

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/permissions-reference-cw.html

/** Metrics are no resources: what may be put is narrowed by the condition `cloudwatch:namespace` alone. */
export const cloudwatch: Service = {
  ofAccount: ['GetMetricData', 'ListMetrics', 'PutMetricData'],
  newer: {
    AssociateDatasetKmsKey: ['dataset'],
    CreateResourceMetricsConfiguration: [],
    DeleteResourceMetricsConfiguration: [],
    DescribeAlarmContributors: ['alarm'],
    DisassociateDatasetKmsKey: ['dataset'],
    GetResourceMetricsConfiguration: [],
    UpdateOTelEnrichment: [],
    UpdateResourceMetricsConfiguration: [],
  },
}
