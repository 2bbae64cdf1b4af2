import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const output = process.env.PARLEY_OUTPUT

// The one default export of the project: Playwright takes its configuration no other way.
export default defineConfig({
  testDir: '.',
  outputDir: output ? join(output, 'e2e') : '../../test-results/e2e',
  // One app at a time: they share the keychain and the processors.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
})
