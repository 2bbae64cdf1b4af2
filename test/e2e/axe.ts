import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test, type Page } from '@playwright/test'
import { expect } from './expect'
import type { AxeResults } from 'axe-core'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** What axe reports for the page as it is now, one line each. */
async function violations(window: Page): Promise<string[]> {
  // The debugger evaluates it, so that the policy of the page need not change.
  await window.evaluate(axeSource)
  const results = await window.evaluate(() =>
    (self as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  )
}

/** Expects that axe finds nothing on this screen. */
export async function noViolations(window: Page, screen: string): Promise<void> {
  await test.step(screen, async () => {
    // Wait until no colour is fading; a fade starts a frame after something opens.
    await window.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      await Promise.all(
        document.getAnimations().map((animation) => animation.finished.catch(() => null)),
      )
    })
    expect.soft(await violations(window), screen).toEqual([])
  })
}
