/** A place in a source. */
export interface Place {
  /** From the root that was given, with `/`. */
  readonly file: string
  /** From 1. */
  readonly line: number
}

/** One call on the way from a route to an operation of AWS. */
export interface Step extends Place {
  /** What is called there, as a reader would say it: `putPhoto`, `PutObjectCommand`. */
  readonly what: string
}

/** An action, where it is needed, and the shortest way there. */
export interface DerivedPermission {
  /** `s3:PutObject` */
  readonly action: string
  /** ARNs, with placeholders as in `Permission`. */
  readonly resources: ReadonlyArray<string>
  /** From the route to the call; the last step is the operation or the `grants` that says so. */
  readonly chain: ReadonlyArray<Step>
}

/** Something that the source does not decide. */
export interface Unresolved extends Place {
  /** What it is, and what to do. */
  readonly why: string
  /** The routes and authorizers that are concerned; none when it is code that runs at the start, or a file as a whole. */
  readonly routes: ReadonlyArray<string>
}

/** What a unit of the app needs: a route, an authorizer, the code that runs at the start. */
export type Needs = ReadonlyArray<DerivedPermission>

/** What an app's source needs of IAM. */
export interface Derivation {
  /** By `PUT /objects/:key`: what the handler, its middleware and everything that runs at the start need. */
  readonly routes: ReadonlyMap<string, Needs>
  /** By the authorizer's name: what a built-in one needs, and what runs at the start. */
  readonly authorizers: ReadonlyMap<string, Needs>
  /** What runs whichever route is called: modules as they load, and what is around all routes. Also in each of the others. */
  readonly always: Needs
  readonly unresolved: ReadonlyArray<Unresolved>
}

/** What is known beside the source. */
export interface DeriveOptions {
  /** The folder that places are told from, absolute. */
  readonly root: string
  /** Variables of the environment by name. */
  readonly environment?: Readonly<Record<string, string>>
  /** Whether a variable that `environment` does not name is not set, rather than not known; false when absent. */
  readonly isWholeEnvironment?: boolean
}
