// The types of SST's components under names of our own, told from what is in scope: the same lines hold for SST's own
// types and for those of ambient.d.ts.

export type LambdaFunction = InstanceType<typeof sst.aws.Function>
export type RestApi = InstanceType<typeof sst.aws.ApiGatewayV1>
export type HttpApi = InstanceType<typeof sst.aws.ApiGatewayV2>
export type GatewayResponse = InstanceType<typeof aws.apigateway.Response>

/** A text that is known once it has been deployed. */
export type FutureText = LambdaFunction['arn']

/** What `routeIntegration` is told beside the integration. */
export type RouteArgs = NonNullable<Parameters<RestApi['routeIntegration']>[2]>
