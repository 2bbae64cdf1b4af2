import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const output = process.env.PARLEY_OUTPUT
const outputOf = (project: string) =>
  output ? join(output, 'e2e', project) : join('..', '..', 'test-results', 'e2e', project)

/**
 * These use the keychain or the message bus, which all tests of a session share, or measure time, or
 * count every word that Chromium itself hears.
 */
const alone = [
  'calls',
  'captions',
  'desktop',
  'first-sound',
  'fuzz',
  'hardening',
  'keys',
  'package',
  'proxy',
  'record-on-device',
  'secrets',
  'soak',
  'stay-awake',
  'token-page',
].map((name) => `${name}.spec.ts`)

// The only default export of the project, because Playwright requires it.
export default defineConfig({
  testDir: '.',
  // One app at a time, unless the environment allows more for specs that can run in parallel.
  workers: 1,
  projects: [
    { name: 'alone', testMatch: alone, outputDir: outputOf('alone') },
    { name: 'side-by-side', testIgnore: alone, outputDir: outputOf('side-by-side') },
  ],
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
})
