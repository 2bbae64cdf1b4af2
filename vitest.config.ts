import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    environment: 'node',
    globalSetup: ['test/temporary-files.ts'],
    // The files of a worker share what they import. Each cleans up what it changes of the process.
    isolate: false,
    setupFiles: ['test/patience.ts', 'test/clean-page.ts'],
    testTimeout: 60_000,
    // Some tests wait for time to pass, so that one more than the processors keeps them busy.
    maxWorkers: 3,
  },
})
