/**
 * An action of IAM on some resources.
 *
 * A resource is an ARN. Where the source leaves a part of it to something that is known at deployment it has a
 * placeholder: `${Resource.Photos.name}` for a property of what SST links, `${AWS::Partition}`, `${AWS::Region}` and
 * `${AWS::AccountId}` for where the function runs; a part that only running decides is `*`.
 */
export interface Permission {
  /** `s3:PutObject` */
  readonly action: string
  readonly resources: ReadonlyArray<string>
}

/** What an SDK call needs. */
export interface Needed {
  readonly permissions: ReadonlyArray<Permission>
  /**
   * What could not be decided, a sentence each: a name that is nothing but a run-time part, an operation that the data
   * does not know. A resource of `permissions` is never wider than `*` in one part without a sentence that says why.
   */
  readonly unresolved: ReadonlyArray<string>
}
