interface Links {
  readonly CasePhotos: { readonly name: string }
  readonly CaseRows: { readonly name: string }
  readonly CaseJobs: { readonly url: string }
}

/** What SST generates types for when it deploys; here nothing is deployed. */
export const linked = (resource: object): Links => resource as unknown as Links
