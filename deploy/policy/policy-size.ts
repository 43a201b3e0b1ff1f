import type { PolicyDocument } from './document.ts'

/**
 * How many characters the inline policies of one role may have together, white space not counted:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const INLINE_POLICY_LIMIT = 10_240

/** How many characters a policy has for IAM. */
export const policySize = (document: PolicyDocument): number =>
  JSON.stringify(document).replaceAll(/\s/g, '').length

/** What to say of a policy that IAM refuses as an inline policy of a role; nothing of one that it takes. */
export const oversize = (document: PolicyDocument): string | undefined => {
  const size = policySize(document)
  return size > INLINE_POLICY_LIMIT
    ? `The policy has ${size.toLocaleString('en')} characters, and IAM takes ${INLINE_POLICY_LIMIT.toLocaleString('en')} ` +
        "in a role's inline policies: give routes functions of their own, or name fewer resources with a grants(…)."
    : undefined
}
