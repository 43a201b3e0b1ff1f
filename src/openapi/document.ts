import type { JsonSchema } from '../schema/json-schema.ts'

/** A place to call the API at: https://spec.openapis.org/oas/v3.1.1.html#server-object @since 0.1.0 */
export interface OpenApiServer {
  readonly url: string
  readonly description?: string
  readonly variables?: {
    readonly [name: string]: {
      readonly default: string
      readonly enum?: ReadonlyArray<string>
      readonly description?: string
    }
  }
}

/** What some operations have to do with: https://spec.openapis.org/oas/v3.1.1.html#tag-object @since 0.1.0 */
export interface OpenApiTag {
  readonly name: string
  readonly description?: string
}

/** What an API is called and by whom it is offered: https://spec.openapis.org/oas/v3.1.1.html#info-object @since 0.1.0 */
export interface OpenApiInfo {
  readonly title: string
  readonly version: string
  readonly summary?: string
  /** CommonMark. */
  readonly description?: string
  readonly termsOfService?: string
  readonly contact?: { readonly name?: string; readonly url?: string; readonly email?: string }
  readonly license?: { readonly name: string; readonly identifier?: string; readonly url?: string }
}

/** Where a parameter stands in a request. */
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie'

/** One value beside the body: https://spec.openapis.org/oas/v3.1.1.html#parameter-object @since 0.1.0 */
export interface OpenApiParameter {
  readonly name: string
  readonly in: ParameterPlace
  readonly description?: string
  readonly required?: boolean
  readonly deprecated?: boolean
  readonly style?: 'form' | 'simple' | 'spaceDelimited' | 'pipeDelimited'
  readonly explode?: boolean
  readonly schema: JsonSchema
}

/** Bodies by media type: https://spec.openapis.org/oas/v3.1.1.html#media-type-object @since 0.1.0 */
export interface OpenApiContent {
  readonly [mediaType: string]: { readonly schema?: JsonSchema }
}

/** What an operation takes: https://spec.openapis.org/oas/v3.1.1.html#request-body-object @since 0.1.0 */
export interface OpenApiRequestBody {
  readonly description?: string
  readonly required?: boolean
  readonly content: OpenApiContent
}

/** What an operation answers with a status: https://spec.openapis.org/oas/v3.1.1.html#response-object @since 0.1.0 */
export interface OpenApiResponse {
  readonly description: string
  readonly content?: OpenApiContent
}

/** What must be shown together, with the scopes of each: https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object @since 0.1.0 */
export interface OpenApiSecurityRequirement {
  readonly [scheme: string]: ReadonlyArray<string>
}

/** A method of a path: https://spec.openapis.org/oas/v3.1.1.html#operation-object @since 0.1.0 */
export interface OpenApiOperation {
  readonly operationId: string
  readonly summary?: string
  readonly description?: string
  readonly tags?: ReadonlyArray<string>
  readonly deprecated?: boolean
  readonly parameters?: ReadonlyArray<OpenApiParameter>
  readonly requestBody?: OpenApiRequestBody
  readonly responses: { readonly [status: string]: OpenApiResponse }
  readonly security?: ReadonlyArray<OpenApiSecurityRequirement>
}

/** The methods that a path can have in a document, in the order in which they stand there. */
export const OPERATIONS = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options'] as const

/** What a path answers: https://spec.openapis.org/oas/v3.1.1.html#path-item-object @since 0.1.0 */
export type OpenApiPathItem = { readonly [M in (typeof OPERATIONS)[number]]?: OpenApiOperation }

/** How callers show who they are: https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object @since 0.1.0 */
export type OpenApiSecurityScheme =
  | {
      readonly type: 'apiKey'
      readonly in: 'header'
      readonly name: string
      readonly description?: string
      /** Tells API Gateway's own tools that the signature is meant. */
      readonly 'x-amazon-apigateway-authtype'?: 'awsSigv4'
    }
  | {
      readonly type: 'http'
      readonly scheme: 'bearer'
      readonly bearerFormat: 'JWT'
      readonly description?: string
    }

/**
 * An OpenAPI 3.1 document, plain data for `JSON.stringify`: https://spec.openapis.org/oas/v3.1.1.html#openapi-object
 *
 * @since 0.1.0
 */
export interface OpenApiDocument {
  readonly openapi: '3.1.1'
  readonly info: OpenApiInfo
  readonly servers: ReadonlyArray<OpenApiServer>
  readonly paths: { readonly [path: string]: OpenApiPathItem }
  readonly components: {
    readonly schemas?: { readonly [name: string]: JsonSchema }
    readonly securitySchemes?: { readonly [name: string]: OpenApiSecurityScheme }
  }
  readonly tags?: ReadonlyArray<OpenApiTag>
}
