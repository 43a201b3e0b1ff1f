/** A call that the app of a case made, or would have made, of AWS. */
export interface RecordedCall {
  /** After `@aws-sdk/client-`: `s3`. */
  readonly client: string
  /** `PutObject` */
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  /** The region that the client was made with; absent when it is the environment's. */
  readonly region?: string
  /** The endpoint that the client was made with; absent when it is the service's own. */
  readonly endpoint?: string
}

/** A request: its method and target, and the JSON of its body where it has one. */
export type CaseRequest = string | readonly [target: string, json: unknown]

/** What a route is asked, and what it needs. */
export interface CaseRoute {
  /** Enough requests to take every branch of the route. */
  readonly requests: ReadonlyArray<CaseRequest>
  /** Every action that the route needs, sorted; what runs at the start is among them. */
  readonly actions: ReadonlyArray<string>
  /** Actions, or `action on arn`, that no request here can bring about, each with the reason. */
  readonly notRun?: Readonly<Record<string, string>>
  /** Actions that run and that no source decides, each with the reason: they are reported instead. */
  readonly beyond?: Readonly<Record<string, string>>
  /** Why it answers with a 500. */
  readonly fails?: string
}

/** What a built-in authorizer is asked, and what it needs. */
export interface CaseAuthorizer {
  readonly tokens: ReadonlyArray<string>
  readonly actions: ReadonlyArray<string>
}

/** Something that the source does not decide. */
export interface CaseUnresolved {
  /** From the folder of the case. */
  readonly file: string
  /** What is written in the line, or in one of the lines, that may be told. */
  readonly on: string
  /** What the reason has to mention. */
  readonly says: string
}

/** An app, what it is asked and what it needs. The app is `app.ts` beside the case, and exports `app`. */
export interface Case {
  /** What is special about it, in a few words. */
  readonly about: string
  /** The file of the app, when it is not `app.ts`. */
  readonly entry?: string
  /** By the route's key, such as `PUT /objects/:key`. */
  readonly routes: Readonly<Record<string, CaseRoute>>
  /** By the authorizer's name. */
  readonly authorizers?: Readonly<Record<string, CaseAuthorizer>>
  /** Actions of what runs whichever route is called, sorted; none when absent. */
  readonly always?: ReadonlyArray<string>
  /** Every action of the app, with its ARNs, both sorted; partition, region and account are `aws`, `*` and `*`. */
  readonly resources: Readonly<Record<string, ReadonlyArray<string>>>
  readonly unresolved?: ReadonlyArray<CaseUnresolved>
  /** Variables that are told to the derivation, and set while the app runs. */
  readonly environment?: Readonly<Record<string, string>>
  /** Variables that are set while the app runs, and not told to the derivation. */
  readonly untold?: Readonly<Record<string, string>>
  /** What SST links: the properties of each resource by its name. */
  readonly links?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Packages of the app's workspace: the folder of each by its name. */
  readonly packages?: Readonly<Record<string, string>>
  /** Packages of somebody else, which are installed and no part of the app: the folder of each by its name. */
  readonly installed?: Readonly<Record<string, string>>
  /** What AWS answers; nothing in particular where it is `undefined`. Throws what AWS would refuse with. */
  readonly answer?: (call: RecordedCall) => unknown
}
