import { expect, type Locator, type Page } from '@playwright/test'
import { errorSentences } from '../../preload/error-sentences'
import type { ErrorCode } from '../../preload/errors'
import { messages } from '../../preload/messages'

const { shell, settings, keys } = messages
export type SettingsTab = keyof typeof settings.tabs

/** Opens a page of the settings as a person does. */
export async function openSettings(window: Page, tab: SettingsTab): Promise<void> {
  await window.getByRole('button', { name: shell.settings, exact: true }).click()
  await window.getByRole('tab', { name: settings.tabs[tab] }).click()
  await expect(window.getByRole('heading', { level: 1, name: settings.tabs[tab] })).toBeVisible()
}

/** The card of a new key, on the Keys page. */
export const addKeyCard = (window: Page): Locator =>
  window
    .locator('section, div, form')
    .filter({ has: window.getByPlaceholder(keys.keyHint) })
    .last()

/** Types a key into the card of a new key and presses the button that tests and saves it. */
export async function typeKey(window: Page, key: string, name?: string): Promise<void> {
  if (name !== undefined) await window.getByRole('textbox', { name: keys.name }).fill(name)
  await window.getByPlaceholder(keys.keyHint).fill(key)
  await window.getByRole('button', { name: keys.save }).click()
}

/** What the window says to a code. */
export const problem = (window: Page, code: ErrorCode): Locator =>
  window.getByRole('alert').filter({ hasText: errorSentences[code] })

/** Waits until the sentence of this code can be read. */
export async function expectProblem(
  window: Page,
  code: ErrorCode,
  withinMs = 15_000,
): Promise<void> {
  await expect(problem(window, code).first()).toBeVisible({ timeout: withinMs })
}
