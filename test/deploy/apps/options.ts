export const layer = 'arn:aws:lambda:us-east-1:123456789012:layer:tools:3'
export const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/c0ffee'
export const iamRoleArn = 'arn:aws:iam::123456789012:role/shop'
export const value = 'abcdefghijklmnopqrstuvwxyz'

export const resourcePolicy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }],
}
export const lambdaPolicy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:PutItem'], Resource: ['*'] }],
}

/** Every option somewhere, in five deployments. */
export const everyOption = {
  Default: { app: 'open', options: { local: 'npm start' } },
  All: {
    app: 'shop',
    configuration: {
      layers: [layer],
      subnetIds: ['subnet-1', 'subnet-2'],
      securityGroupIds: ['sg-1'],
      reservedConcurrency: 5,
      architecture: 'x86_64',
      logRetentionInDays: 14,
      xray: true,
      autogenPolicy: false,
      iamPolicyFile: 'lambda-policy.json',
      minimumCompressionSize: 1024,
      apiGatewayStage: 'live',
      apiGatewayPolicyFile: 'resource-policy.json',
      customDomain: {
        domainName: 'api.example.com',
        certificateArn,
        tlsVersion: 'TLS_1_0',
        urlPrefix: 'shop',
        tags: { of: 'domain' },
      },
      apiKeys: { web: { value }, app: {} },
      usagePlan: { throttle: { rate: 5, burst: 10 }, quota: { limit: 1000, period: 'month' } },
      throttle: { rate: 50, burst: 100 },
      tags: { team: 'shop', top: 'yes' },
      environmentVariables: { TOP: 'top', BOTH: 'top', ALL: 'top' },
      lambdaFunctions: { api: { environmentVariables: { BOTH: 'function at the top' } } },
      stages: {
        prod: {
          tags: { team: 'prod' },
          environmentVariables: { STAGE: 'stage', ALL: 'stage' },
          lambdaFunctions: {
            api: { environmentVariables: { ALL: 'function' }, reservedConcurrency: 9, lambdaTimeout: 12 },
            members: { architecture: 'arm64', tags: { role: 'authorizer' } },
          },
        },
      },
    },
  },
  Private: {
    app: 'open',
    configuration: { apiGatewayEndpointType: 'PRIVATE', apiGatewayEndpointVpce: ['vpce-1', 'vpce-2'] },
  },
  Edge: {
    app: 'open',
    configuration: {
      apiGatewayEndpointType: 'EDGE',
      minimumCompressionSize: 0,
      logRetentionInDays: 'forever',
      reservedConcurrency: 0,
      manageIamRole: false,
      iamRoleArn,
      customDomain: { domainName: 'edge.example.com', certificateArn },
    },
  },
  Regional: {
    app: 'open',
    configuration: { customDomain: { domainName: 'regional.example.com', certificateArn } },
  },
}
