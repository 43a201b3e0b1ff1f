const isOn = (name: string): boolean => (process.env[name] ?? 'off') !== 'off'

export const FLAGS = { all: isOn('ALL_ROWS') } as const
