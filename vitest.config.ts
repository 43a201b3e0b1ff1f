import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['calix-source', 'module', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['calix-source', 'module', 'node', 'import', 'default'] } },
  test: {
    include: ['test/**/*.test.ts', 'examples/**/*.test.ts'],
    // `fp-ts/Either` is a directory import, which only a bundler resolves: let vite resolve it, as users' bundlers do.
    server: { deps: { inline: [/fp-ts/, /io-ts/] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/support/counts.ts'],
  },
})
