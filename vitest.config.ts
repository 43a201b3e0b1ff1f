import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['calix-source', 'module', 'node', 'import', 'default'] },
  // Without 'module': what vitest leaves to Node must be what Node itself can read.
  ssr: { resolve: { conditions: ['calix-source', 'node', 'import', 'default'] } },
  test: {
    include: ['test/**/*.test.ts', 'examples/**/*.test.ts'],
    // `fp-ts/Either` is a directory import, which only a bundler resolves: let vite resolve it, as users' bundlers do.
    server: { deps: { inline: [/fp-ts/, /io-ts/] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/support/counts.ts'],
  },
})
