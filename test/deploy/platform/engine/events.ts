import type { StateResource } from './state.ts'
import { changesOf, type Step } from './step.ts'

/** What the engine writes to its event log, a line each. Source: `apitype.EngineEvent` of github.com/pulumi/pulumi/sdk. */
export type EngineEvent = Readonly<Record<string, unknown>>

const stateMetadata = (resource: StateResource | undefined): unknown =>
  resource && { ...resource, id: resource.id ?? '', parent: resource.parent ?? '', provider: '' }

const metadataOf = (step: Step, op: string): unknown => ({
  op,
  urn: step.new?.urn ?? step.old?.urn,
  type: step.new?.type ?? step.old?.type,
  old: stateMetadata(step.old),
  new: stateMetadata(step.new),
  diffs: step.diffs,
  detailedDiff: null,
  logical: true,
  provider: '',
})

// A replacement is created before what it replaces is deleted.
const operationsOf = ({ op }: Step): ReadonlyArray<string> =>
  op === 'replace' ? ['create-replacement', 'replace', 'delete-replaced'] : [op]

/** What the program printed, which the CLI prints on. */
export const printedOf = (severity: 'info' | 'info#err', message: string): ReadonlyArray<EngineEvent> =>
  message === '' ? [] : [{ diagnosticEvent: { message, color: 'raw', severity } }]

/** The events of a run that did these steps. */
export const eventsOf = (done: ReadonlyArray<Step>, isPreview: boolean): ReadonlyArray<EngineEvent> => [
  ...done.flatMap((step) =>
    operationsOf(step).flatMap((op) => {
      const metadata = metadataOf(step, op)
      return [
        { resourcePreEvent: { metadata, planning: isPreview } },
        { resOutputsEvent: { metadata, planning: isPreview } },
      ]
    }),
  ),
  { summaryEvent: { maybeCorrupt: false, durationSeconds: 1, resourceChanges: changesOf(done), isPreview } },
]

/** The events of a program that failed. */
export const failureOf = (errors: ReadonlyArray<string>): ReadonlyArray<EngineEvent> => [
  ...errors.map((message) => ({
    diagnosticEvent: { urn: '', message, color: 'raw', severity: 'error' },
  })),
  { summaryEvent: { maybeCorrupt: false, durationSeconds: 1, resourceChanges: {}, isPreview: false } },
]

/** The text of an event log. */
export const logOf = (events: ReadonlyArray<EngineEvent>): string =>
  events.map((event, index) => `${JSON.stringify({ sequence: index, timestamp: 0, ...event })}\n`).join('')
