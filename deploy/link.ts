import { isRecord } from './config/option-record.ts'

/** Something that SST gives along with a link: permissions, variables of the environment. */
interface Inclusion {
  readonly type: string
  readonly [key: string]: unknown
}

/** What a component says of itself where it is linked: https://sst.dev/docs/component/linkable */
interface Definition {
  readonly properties: Readonly<Record<string, unknown>>
  readonly include?: ReadonlyArray<Inclusion>
}

/** Pulumi keeps the name beside the resource; its URN, which ends in it, is known only once the resource is there. */
interface Linkable {
  readonly urn: unknown
  readonly __name?: string
  getSSTLink(): Definition
}

/** A component that is linked. */
export interface Link {
  /** What it is called as `Resource.Photos`; absent where it cannot be told before it is deployed. */
  readonly name: string | undefined
  /** What `Resource.Photos` has, as far as it is known: values, or outputs of SST. */
  readonly properties: Readonly<Record<string, unknown>>
  readonly include: ReadonlyArray<Inclusion>
}

const isLinkable = (component: object): component is Linkable => 'getSSTLink' in component

/** What there is to know of a linked component; nothing of one that SST cannot link either. */
export const linkOf = (component: object): Link | undefined => {
  if (!isLinkable(component)) return undefined
  const { properties, include = [] } = component.getSSTLink()
  return { name: component.__name, properties, include }
}

/** A property of a link, such as `name`, or `a.b` of a record in it; undefined where it has none. */
export const propertyOf = ({ properties }: Link, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) && key in value ? value[key] : undefined), properties)

const isGrant = ({ type }: Inclusion): boolean => type === 'aws.permission'

/** What SST allows with a link, as far as it says so before it is deployed. */
export const grantedActions = ({ include }: Link): ReadonlyArray<string> =>
  include
    .filter(isGrant)
    .flatMap(({ actions }) => (Array.isArray(actions) ? actions : []))
    .filter((action) => typeof action === 'string')

export const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'))

/** Whether a grant is of some services alone, and for what is the link's own. */
const isWithin = ({ actions, resources }: Inclusion, services: ReadonlySet<string>): boolean =>
  Array.isArray(actions) &&
  Array.isArray(resources) &&
  actions.every((action) => typeof action === 'string' && services.has(serviceOf(action))) &&
  // What a link grants beside itself is there for a reason that the source does not tell.
  !resources.includes('*')

/**
 * A link with its properties and without what SST grants along with it.
 *
 * @param services those of which the grants are left out, where they are for the link alone; all grants when absent
 */
export const withoutGrants = (component: object, services?: ReadonlySet<string>): object => {
  if (!isLinkable(component)) return component
  const { urn } = component
  return {
    urn,
    getSSTLink: () => {
      const { include = [], ...definition } = component.getSSTLink()
      const isLeftOut = (each: Inclusion) =>
        isGrant(each) && (services === undefined || isWithin(each, services))
      return { ...definition, include: include.filter((each) => !isLeftOut(each)) }
    },
  }
}
