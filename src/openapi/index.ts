export type { OpenApiDescription } from './description.ts'
export type {
  OpenApiContent,
  OpenApiDocument,
  OpenApiInfo,
  OpenApiOperation,
  OpenApiParameter,
  OpenApiPathItem,
  OpenApiRequestBody,
  OpenApiResponse,
  OpenApiSecurityRequirement,
  OpenApiSecurityScheme,
  OpenApiServer,
  OpenApiTag,
} from './document.ts'
export { openapi } from './openapi.ts'
export { OpenApiError } from './openapi-error.ts'
