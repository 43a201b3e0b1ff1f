export { type AnyApp, type App, type AppOptions, calix, isApp } from './app.ts'
export { authorize } from './authorize.ts'
export type {
  ApiKeyIdentity,
  Authorizer,
  AuthorizerRequest,
  IamIdentity,
  PrincipalIdentity,
  TokenIdentity,
} from './authorizer.ts'
export { apiKey } from './authorizers/api-key.ts'
export {
  type AuthorizerOptions,
  authorizer,
  type Grant,
  type PolicyDocument,
} from './authorizers/built-in.ts'
export { type CognitoOptions, cognito } from './authorizers/cognito.ts'
export { type CustomOptions, custom } from './authorizers/custom.ts'
export { iam } from './authorizers/iam.ts'
export { type JwtOptions, jwt } from './authorizers/jwt.ts'
export type { Codec, Decoded, Encoded, StandardSchema } from './codec.ts'
export type { Contract, ErrorClass, Returns } from './contract.ts'
export { type Documented, documented } from './documented.ts'
export {
  any,
  del,
  type Endpoint,
  get,
  head,
  type Method,
  methods,
  options,
  patch,
  post,
  put,
} from './endpoint.ts'
export type { AnswerOf, ErrorsOf } from './ends.ts'
export { type Environment, environment } from './environment.ts'
export {
  BadRequestError,
  ConflictError,
  ForbiddenError,
  GatewayTimeoutError,
  HttpError,
  type HttpErrorOptions,
  InternalServerError,
  MethodNotAllowedError,
  NotFoundError,
  PayloadTooLargeError,
  RequestTimeoutError,
  TooManyRequestsError,
  UnauthorizedError,
  UnprocessableEntityError,
  UnsupportedMediaTypeError,
} from './error.ts'
export { codeAndMessage, type ErrorShape, problem } from './error-shape.ts'
export type { FailureLog } from './failure.ts'
export { type Grants, grants } from './grants.ts'
export { InvalidRequestError, type Issue, type Part } from './issue.ts'
export { NotHttpEventError } from './lambda/detect.ts'
export { type LambdaHandler, lambda } from './lambda/lambda.ts'
export type {
  AnsweredRequest,
  HttpEvent,
  InlineMiddleware,
  Middleware,
  MiddlewareRequest,
  ProxyResult,
} from './middleware.ts'
export type { NeedsOf } from './needs.ts'
export { type Params, type Path, printPath } from './path.ts'
export { type ProvideOptions, type Provides, provide } from './provide.ts'
export type { DecodedRequest, LambdaContext, Request } from './request.ts'
export {
  type HeaderValue,
  type HttpResponse,
  isResponse,
  type ResponseOptions,
  response,
} from './response.ts'
export { route } from './route.ts'
export {
  type AnyRoutes,
  type Entry,
  monoid,
  prefix,
  type Routes,
  routes,
  type TableOf,
} from './routes.ts'
export { use } from './use.ts'
export type { Values } from './values.ts'
