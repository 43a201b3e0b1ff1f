import { createRequire } from 'node:module'
import { join } from 'node:path'

/** What the engine asks of a message of Pulumi's resource protocol. */
export interface Request {
  getType(): string
  getName(): string
  getParent(): string
  getObject(): unknown
  getProperties(): unknown
  getCustom(): boolean
  getId(): string
  getTok(): string
  getArgs(): unknown
  getUrn(): string
  getOutputs(): unknown
  getDependenciesList(): string[]
  getIgnorechangesList(): string[]
  getRetainondelete(): boolean
  getProtect(): boolean
}

export interface Reply {
  setUrn(urn: string): void
  setId(id: string): void
  setObject(object: unknown): void
  setProperties(properties: unknown): void
  setReturn(values: unknown): void
  setRef(reference: string): void
}

/** The part of Pulumi's Node SDK that runs a program without its engine; the platform's own copy, which has no types here. */
export interface Pulumi {
  readonly runtime: {
    setMocks(
      mocks: object,
      project: string,
      stack: string,
      preview: boolean,
      organization: string,
    ): Promise<void>
    setAllConfig(config: Readonly<Record<string, string>>): void
    runInPulumiStack(program: () => Promise<unknown>): Promise<unknown>
    serializeProperties(label: string, values: unknown): Promise<Record<string, unknown>>
    deserializeProperties(struct: unknown): unknown
  }
  readonly output: (value: unknown) => { promise(): Promise<unknown> }
  readonly settings: {
    setMockOptions(
      monitor: object,
      project: string,
      stack: string,
      preview: boolean,
      organization: string,
    ): void
  }
  readonly state: { getStore(): Record<string, unknown> }
  readonly struct: { readonly Struct: { fromJavaScript(values: unknown): unknown } }
  readonly provider: { readonly InvokeResponse: new () => Reply }
  readonly resource: {
    readonly RegisterResourceResponse: new () => Reply
    readonly ReadResourceResponse: new () => Reply
    readonly RegisterPackageResponse: new () => Reply
  }
}

/** Pulumi's SDK as the platform has installed it: the copy that the program itself imports. */
export const pulumiOf = (platform: string): Pulumi => {
  const load = createRequire(join(platform, 'package.json'))
  const { runtime, output } = load('@pulumi/pulumi')
  return {
    runtime,
    output,
    settings: load('@pulumi/pulumi/runtime/settings'),
    state: load('@pulumi/pulumi/runtime/state'),
    struct: load('google-protobuf/google/protobuf/struct_pb'),
    provider: load('@pulumi/pulumi/proto/provider_pb'),
    resource: load('@pulumi/pulumi/proto/resource_pb'),
  }
}
