import type { FutureText } from './component.ts'
import { type Link, propertyOf } from './link.ts'
import { linkNamed } from './link-use.ts'
import { placeholderText } from './placeholder-text.ts'
import type { PolicyDocument } from './policy/document.ts'
import { fillResource, type Placeholder, placeholdersOf } from './policy/placeholder.ts'

/** What a placeholder stands for: a value, or what SST will know once it has deployed. */
const standsFor = (placeholder: Placeholder, links: ReadonlyArray<Link>): unknown => {
  if (placeholder.kind === 'link') {
    const link = linkNamed(links, placeholder.name)
    return link && propertyOf(link, placeholder.property)
  }
  if (placeholder.kind === 'partition') return aws.getPartitionOutput().partition
  return placeholder.kind === 'region'
    ? aws.getRegionOutput().region
    : aws.getCallerIdentityOutput().accountId
}

/** A policy document as IAM takes it, once everything in it is known. */
export const documentText = (document: PolicyDocument, links: ReadonlyArray<Link>): FutureText => {
  const placeholders = document.Statement.flatMap(({ Resource }) => Resource.flatMap(placeholdersOf))
  // An ARN that is made of a link's URL has both in it.
  const always = [{ kind: 'partition' as const }, { kind: 'region' as const }]
  const wanted = new Map([...always, ...placeholders].map((each) => [placeholderText(each), each]))
  const values = Object.fromEntries([...wanted].map(([text, each]) => [text, standsFor(each, links)]))
  return $output(values).apply((known) => {
    const statements = document.Statement.map((each) => ({
      ...each,
      Resource: each.Resource.map((resource) =>
        fillResource(resource, (placeholder) => String(known[placeholderText(placeholder)])),
      ),
    }))
    return JSON.stringify({ ...document, Statement: statements })
  })
}
