import { covers, overlaps } from './pattern.ts'

/**
 * How many segments an ARN has, the last being the resource with its own colons:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
const SEGMENTS = 6

/** The segments of an ARN; `undefined` of `*` and of what ends in it before the resource, which spans segments. */
export const segmentsOf = (resource: string): ReadonlyArray<string> | undefined => {
  const all = resource.split(':')
  return all.length < SEGMENTS
    ? undefined
    : [...all.slice(0, SEGMENTS - 1), all.slice(SEGMENTS - 1).join(':')]
}

const bySegment =
  (compare: (left: string, right: string) => boolean) =>
  (left: string, right: string): boolean => {
    const [own, others] = [segmentsOf(left), segmentsOf(right)]
    return own === undefined || others === undefined
      ? compare(left, right)
      : own.every((each, index) => compare(each, others[index] ?? ''))
  }

/** Whether one resource of a policy stands for everything that another stands for. */
export const coversResource = bySegment(covers)

/** Whether there is something that both resources stand for. */
export const overlapsResource = bySegment(overlaps)
