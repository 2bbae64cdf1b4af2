import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const output = process.env.PARLEY_OUTPUT
const outputOf = (project: string) =>
  output ? join(output, 'e2e', project) : join('..', '..', 'test-results', 'e2e', project)

/** These look into the keychain that all share, or at what a call or an engine takes of the time, or open pages while words are counted. */
const alone = [
  'captions',
  'fuzz',
  'hardening',
  'keys',
  'package',
  'record-on-device',
  'secrets',
  'soak',
].map((name) => `${name}.spec.ts`)

// The one default export of the project: Playwright takes its configuration no other way.
export default defineConfig({
  testDir: '.',
  // One app at a time, unless asked otherwise for what can stand it.
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
