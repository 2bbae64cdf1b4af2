import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const output = process.env.PARLEY_OUTPUT
const outputOf = (project: string) =>
  output ? join(output, 'e2e', project) : join('..', '..', 'test-results', 'e2e', project)

/** Nothing of these is measured in real time, and none of them looks into the keychain. */
const sideBySide = [
  'accessibility',
  'corrections',
  'export',
  'first-start',
  'import',
  'library',
  'opening',
  'review',
  'storage',
  'update',
].map((name) => `${name}.spec.ts`)

// The one default export of the project: Playwright takes its configuration no other way.
export default defineConfig({
  testDir: '.',
  // One app at a time, unless asked otherwise for what can stand it.
  workers: 1,
  projects: [
    { name: 'side-by-side', testMatch: sideBySide, outputDir: outputOf('side-by-side') },
    { name: 'alone', testIgnore: sideBySide, outputDir: outputOf('alone') },
  ],
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
})
