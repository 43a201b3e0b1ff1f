export * from '@aws-sdk/client-secrets-manager'
export * as ssm from '@aws-sdk/client-ssm'
