/** Where a deployment stands, as its events name it. */
export interface Address {
  readonly apiId: string
  readonly domainName: string
}

/** The account that AWS's own examples use. */
export const ACCOUNT_ID = '123456789012'

/** A REST or HTTP API of ten letters, as AWS gives them out. */
export const API: Address = {
  apiId: 'calixlocal',
  domainName: 'calixlocal.execute-api.us-east-1.amazonaws.com',
}

/** A function URL of thirty-two letters and digits. */
export const FUNCTION_URL: Address = {
  apiId: 'calixlocalcalixlocalcalixlocal42',
  domainName: 'calixlocalcalixlocalcalixlocal42.lambda-url.us-east-1.on.aws',
}

/** The target group of a load balancer. */
export const TARGET_GROUP_ARN =
  'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/calix-local/6d0ecf831eec9f09'
