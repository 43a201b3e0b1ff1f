/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app: (input) => ({
    name: 'calix-tutorial',
    home: 'aws',
    removal: input?.stage === 'prod' ? 'retain' : 'remove',
  }),
  async run() {
    const { deploy } = await import('./deploy/index.ts')
    const { app } = await import('./examples/tutorial/app.ts')
    return deploy(
      app,
      'examples/tutorial/app.handler',
      {
        tags: { project: 'calix-tutorial' },
        lambdaMemorySize: 512,
        lambdaTimeout: 29,
        stages: {
          '*': {},
          dev: {},
          qa: { environmentVariables: { DEBUG: '1' } },
          prod: { lambdaMemorySize: 1024, logRetentionInDays: 365, xray: true },
        },
      },
      { local: `npm start -- --stage ${$app.stage}` },
    )
  },
})
