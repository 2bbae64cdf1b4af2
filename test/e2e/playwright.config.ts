import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import type { Options } from './fixtures'

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

/** These use the window and hear nothing in real time. */
const screens = [
  'accessibility',
  'ask',
  'calendar',
  'comparison',
  'corrections',
  'downloads',
  'export',
  'import',
  'import-paths',
  'languages',
  'library',
  'library-refused',
  'minutes',
  'models',
  'names',
  'private-files',
  'redaction',
  'review',
  'storage',
  'update',
  'usage',
  'window',
].map((name) => `${name}.spec.ts`)

// The only default export of the project, because Playwright requires it.
export default defineConfig<Options>({
  testDir: '.',
  // One app at a time, unless the command line allows more for projects that can run in parallel.
  workers: 1,
  // Without a key each app would load the engine, which takes most of the processor time of a start.
  use: { hasKey: true },
  projects: [
    { name: 'alone', testMatch: alone, outputDir: outputOf('alone') },
    {
      name: 'recordings',
      testIgnore: [...alone, ...screens],
      outputDir: outputOf('recordings'),
    },
    { name: 'screens', testMatch: screens, outputDir: outputOf('screens') },
  ],
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
})
