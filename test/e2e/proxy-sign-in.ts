import type { Locator } from '@playwright/test'
import { messages } from '../../common/text/window'
import type { Parley } from './app'
import { expect } from './fixtures'
import { goodKey } from './service-key'

const text = messages.shell.proxy

/** Whom the proxies of the tests let in. */
export const account = { user: 'anna', password: 'a secret of the company' }

/** The question for the password of a proxy. */
export const dialog = (parley: Parley): Locator =>
  parley.window.getByRole('dialog', { name: text.title })

/** Answers the question as a person does. */
export async function signIn(parley: Parley, password = account.password): Promise<void> {
  await dialog(parley).getByLabel(text.user).fill(account.user)
  await dialog(parley).getByLabel(text.password).fill(password)
  await dialog(parley).getByRole('button', { name: text.signIn }).click()
}

/** Asks the service for something, which the proxy does not let through. */
export async function meetProxy(parley: Parley): Promise<void> {
  const key = { name: 'Home', zone: 'default', key: goodKey, keep: 'memory' } as const
  const { check } = await parley.value('keys:add', key)
  expect(check?.error?.code).toBe('proxy-sign-in-needed')
}
