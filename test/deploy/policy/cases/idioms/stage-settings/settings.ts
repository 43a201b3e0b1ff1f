import all from './settings.json' with { type: 'json' }

interface Settings {
  readonly bucket: string
  readonly queue: string
  readonly table: string
}

const isStage = (name: string): name is keyof typeof all.stages => name in all.stages

const stageOf = (name = ''): keyof typeof all.stages => {
  if (isStage(name)) return name
  throw new Error(`DEPLOY_STAGE is '${name}'`)
}

export const stage = stageOf(process.env.DEPLOY_STAGE)

const own: Partial<Settings> = all.stages[stage]
const merged: Settings = { ...all.defaults, ...own }

export const settings: Settings = { ...merged, table: merged.table.replace('{stage}', stage) }
