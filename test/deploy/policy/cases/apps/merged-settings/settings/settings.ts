import defaults from './defaults.json' with { type: 'json' }
import { merge } from './merge.ts'
import { stages } from './stages.ts'

export type Settings = typeof defaults

const fromEnvironment = (): unknown => {
  const json = process.env.SETTINGS_JSON
  return json ? JSON.parse(json) : {}
}

export const settings: Settings = [stages[process.env.STAGE ?? 'dev'], fromEnvironment()].reduce<Settings>(
  (all, each) => merge(all, each),
  defaults,
)

/** The parts of an ARN. */
export const partsOf = (arn: string) => {
  const [, partition, service, region, account, ...resource] = arn.split(':')
  return { partition, service, region, account, resource: resource.join(':') }
}
