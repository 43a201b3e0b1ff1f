export type {
  ApiKey,
  Configuration,
  CustomDomain,
  FunctionOptions,
  FunctionOverrides,
  Stage,
  StageOptions,
  Throttle,
  UsagePlan,
} from './config/configuration.ts'
export { ConfigurationError } from './config/configuration-error.ts'
export { fromChalice } from './config/from-chalice.ts'
export type { Mistake } from './config/mistake.ts'
export { type DeployOptions, deploy } from './deploy.ts'
export type { LinkPermissions } from './link-permissions.ts'
