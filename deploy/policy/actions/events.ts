import type { SdkCall } from '../sdk-call.ts'
import type { Service } from './by-data.ts'
import { at, given, itemsAt } from './input.ts'
import { type Spelling, spellings, UNSAID } from './spelling.ts'
import {
  arn,
  type Find,
  gapsOf,
  type Naming,
  NONE,
  namedBy,
  type Rule,
  regionsOf,
  type Target,
  together,
} from './target.ts'

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-permissions-reference.html

const BUS: Naming = { arn: (name, place) => arn('events', place, `event-bus/${name}`) }

const DEFAULT: Spelling = { text: 'default', variables: [], isArn: false }

const orDefault = (all: ReadonlyArray<Spelling>, isSaid: boolean): ReadonlyArray<Spelling> =>
  all.length > 0 ? all : [isSaid ? DEFAULT : UNSAID]

/** The bus of one entry: the default one unless it names another. */
const busOfEntry = (call: SdkCall, entry: SdkCall['input']): Target => {
  const isGiven = given(entry, 'EventBusName')
  const said = at(entry, 'EventBusName')
  const names = isGiven === 'maybe' ? [UNSAID] : orDefault(spellings(said), true)
  const mayBeDefault =
    isGiven === 'yes' && said.kind === 'choice' && said.of.some(({ kind }) => kind === 'literal')
  return together(
    [...names, ...(mayBeDefault ? [DEFAULT] : [])].map((name) => namedBy(call, name, 'EventBusName', BUS)),
  )
}

// A global endpoint sends to the bus of that name in one of two regions, which its id does not say:
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html
const everywhere = ({ arns, gaps }: Target): Target => ({
  arns: arns.map((each) => each.replace(/(:events:)(?:\$\{AWS::Region\}|[^:]*):/, '$1*:')),
  gaps: [
    ...gaps,
    'PutEvents goes to a global endpoint, whose id does not say its regions: every region is allowed. Say which with grants.',
  ],
})

const putEvents: Rule = (call) => {
  const { items, mayBeMore } = itemsAt(call.input, 'Entries')
  const buses = items.map((entry) => busOfEntry(call, entry))
  const rest = mayBeMore || items.length === 0 ? [namedBy(call, UNSAID, 'EventBusName of Entries', BUS)] : []
  const on = together([...buses, ...rest])
  return [{ action: 'events:PutEvents', on: given(call.input, 'EndpointId') === 'yes' ? everywhere(on) : on }]
}

// An archive is of a bus, and its events are replayed to one.
const BUS_FIELDS = ['EventBusName', 'Destination.Arn', 'EventSourceArn', 'Name']

const busOf: Find = ({ input, ...call }) => {
  const field = BUS_FIELDS.find((name) => given(input, name) === 'yes')
  const known = { ...call, input }
  if (field === undefined) {
    return given(input, 'Name') === 'no' ? namedBy(known, DEFAULT, 'Name', BUS) : undefined
  }
  return together(spellings(at(input, field)).map((name) => namedBy(known, name, field, BUS)))
}

/** A rule by its name, and by its bus unless that is the default one. */
const ruleOn =
  (isDefault: boolean): Find =>
  (call) => {
    const field = ['Name', 'Rule'].find((name) => given(call.input, name) === 'yes')
    if (field === undefined) return undefined
    const buses = orDefault(
      spellings(at(call.input, 'EventBusName')),
      given(call.input, 'EventBusName') !== 'maybe',
    )
    const wanted = buses.filter(({ text }) => /(?:^|\/)default$/.test(text) === isDefault)
    if (wanted.length === 0) return NONE
    return together(
      wanted.flatMap((bus) => {
        const on = isDefault ? '' : `${bus.isArn ? (bus.text.split('/').at(-1) ?? '*') : bus.text}/`
        const gaps = isDefault ? [] : gapsOf(call, 'EventBusName', bus)
        return spellings(at(call.input, field)).map((name): Target => {
          const rule = namedBy(call, name, field, {
            arn: (of, place) => arn('events', place, `rule/${on}${of}`),
          })
          return { arns: rule.arns, gaps: [...gaps, ...rule.gaps] }
        })
      }),
    )
  }

const eventSource: Find = (call) => {
  if (given(call.input, 'Name') !== 'yes') return undefined
  return together(
    spellings(at(call.input, 'Name')).map((name) => ({
      arns: regionsOf(call).map(({ text }) =>
        arn('events', { region: text, account: '' }, `event-source/${name.text}`),
      ),
      gaps: gapsOf(call, 'Name', name),
    })),
  )
}

export const eventsRules: Readonly<Record<string, Rule>> = { PutEvents: putEvents }

export const events: Service = {
  resources: {
    'event-bus': busOf,
    'event-busv2': () => NONE,
    'event-source': eventSource,
    'event-sourcev2': () => NONE,
    'rule-on-custom-event-bus': ruleOn(false),
    'rule-on-default-event-bus': ruleOn(true),
  },
}
