// AWS's own resources, as Pulumi has them and SST puts them in scope beside its components; see ambient.d.ts.

declare namespace aws {
  function getPartitionOutput(): { readonly partition: Output<string> }
  function getRegionOutput(): { readonly region: Output<string> }
  function getCallerIdentityOutput(): { readonly accountId: Output<string> }
  namespace iam {
    class Policy {
      constructor(name: string, args: { policy: Input<string> })
      readonly arn: Output<string>
    }
  }
  namespace lambda {
    class Permission {
      constructor(
        name: string,
        args: { action: string; function: Input<string>; principal: string; sourceArn: Input<string> },
      )
    }
  }
  namespace apigateway {
    class Response {
      constructor(
        name: string,
        args: {
          restApiId: Input<string>
          responseType: string
          statusCode?: string
          responseParameters?: Record<string, string>
          responseTemplates?: Record<string, string>
        },
      )
      readonly id: Output<string>
    }
    class Authorizer {
      constructor(
        name: string,
        args: {
          restApi: Input<string>
          name: string
          type: string
          authorizerUri: string
          authorizerResultTtlInSeconds: number
          identitySource: string
        },
      )
      readonly id: Output<string>
    }
    class MethodSettings {
      constructor(
        name: string,
        args: {
          restApi: Input<string>
          stageName: Input<string>
          methodPath: string
          settings: { throttlingRateLimit: number; throttlingBurstLimit: number }
        },
      )
    }
  }
  namespace apigatewayv2 {
    class Integration {
      constructor(
        name: string,
        args: {
          apiId: Input<string>
          integrationType: string
          integrationUri: Input<string>
          integrationMethod: string
          payloadFormatVersion: string
        },
      )
      readonly id: Output<string>
    }
    class Route {
      constructor(
        name: string,
        args: {
          apiId: Input<string>
          routeKey: string
          target: Input<string>
          authorizationType?: string
          authorizerId?: Input<string>
          authorizationScopes?: string[]
        },
      )
    }
    class Authorizer {
      constructor(
        name: string,
        args: {
          apiId: Input<string>
          name: string
          authorizerType: string
          identitySources: string[]
          jwtConfiguration?: { issuer: string; audiences: string[] }
          authorizerUri?: Input<string>
          authorizerPayloadFormatVersion?: string
          enableSimpleResponses?: boolean
          authorizerResultTtlInSeconds?: number
        },
      )
      readonly id: Output<string>
    }
  }
}
