import type { Locator, Page } from '@playwright/test'
import { expect } from './expect'
import { errorSentences } from '../../common/text'
import type { ErrorCode } from '../../common/errors'
import { messages } from '../../common/text/window'

const { shell, settings, keys } = messages
export type SettingsTab = keyof typeof settings.tabs

/** Opens a page of the settings as a person does. */
export async function openSettings(window: Page, tab: SettingsTab): Promise<void> {
  await window.getByRole('button', { name: shell.settings, exact: true }).click()
  await window.getByRole('tab', { name: settings.tabs[tab] }).click()
  await expect(window.getByRole('heading', { level: 1, name: settings.tabs[tab] })).toBeVisible()
}

/** Types a key into the card of a new key and presses the button that tests and saves it. */
export async function typeKey(window: Page, key: string, name?: string): Promise<void> {
  if (name !== undefined) await window.getByRole('textbox', { name: keys.name }).fill(name)
  await window.getByPlaceholder(keys.keyHint).fill(key)
  await window.getByRole('button', { name: keys.save }).click()
}

/** The sentence of an error code. */
export const problem = (window: Page, code: ErrorCode): Locator =>
  window.getByRole('alert').filter({ hasText: errorSentences[code] })

/** Waits until the sentence of this code is visible. */
export async function expectProblem(
  window: Page,
  code: ErrorCode,
  withinMs = 15_000,
): Promise<void> {
  await expect(problem(window, code).first()).toBeVisible({ timeout: withinMs })
}
