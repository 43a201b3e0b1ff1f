import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from 'calix/local'
import { issuer } from '../../local/auth/issuer.ts'
import { type Caller, socketCaller } from '../../tutorial/caller.ts'

/** The tutorial as `calix local --auth strict` serves it. */
export interface LocalTutorial {
  readonly call: Caller
  /** Each route that cannot be decided here, as it has been said at start. */
  readonly doubts: () => ReadonlyArray<string>
  readonly close: () => Promise<void>
}

const app = join(import.meta.dirname, '../../../examples/tutorial/app.ts')
const USER_POOL = 'arn:aws:cognito-idp:us-west-2:123456789012:userpool/us-west-2_tutorial'

/** Serves the tutorial with all that it takes to decide who may call; close it in the end. */
export const localTutorial = async (apiKey: string): Promise<LocalTutorial> => {
  const folder = mkdtempSync(join(tmpdir(), 'calix-keys-'))
  const jwks = join(folder, 'jwks.json')
  writeFileSync(jwks, JSON.stringify(issuer().jwks))
  const said: Array<string> = []
  const server = await serve({
    entry: app,
    autoreload: false,
    port: 0,
    stage: 'prod',
    auth: {
      mode: 'strict',
      apiKeys: { default: apiKey },
      credentials: [{ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'no secret' }],
      jwks: { [USER_POOL]: jwks },
    },
    logError: (text) => said.push(text),
  })
  return {
    call: socketCaller(server.url),
    doubts: () =>
      said.flatMap((text) => text.split('\n')).filter((line) => /^ {2}[A-Z,]+ \/\S* \(/.test(line)),
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
