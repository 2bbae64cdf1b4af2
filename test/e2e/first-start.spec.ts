import { messages } from '../../preload/messages'
import { expect, test } from './fixtures'
import { recordButton } from './recording'

const text = messages.shell

test('a first start without a key offers the engine on this computer, and a place for a key', async ({
  launch,
  service,
}) => {
  const { window, value } = await launch({ asNew: true })
  await expect(window.getByRole('heading', { name: text.first.title })).toBeVisible()
  const { microphone, system } = messages.settings.audio
  for (const source of [microphone, system]) {
    await expect(window.getByRole('switch', { name: source })).toBeChecked()
  }
  await expect(window.getByRole('heading', { name: text.first.onDeviceTitle })).toBeVisible()
  await expect(window.getByText(text.first.onDeviceReady, { exact: true })).toBeVisible({
    timeout: 45_000,
  })
  await expect(recordButton(window).first()).toBeEnabled()
  expect(await value('keys:list', undefined)).toMatchObject({ keys: [] })
  expect((await value('settings:get', undefined)).engine).toBe('on-device')

  await window.getByRole('button', { name: text.first.addKey }).click()
  await expect(
    window.getByRole('heading', { name: messages.keys.title, exact: true }),
  ).toBeVisible()
  await expect(window.getByText(messages.keys.none)).toBeVisible()
  await expect(window.getByPlaceholder(messages.keys.keyHint)).toBeEditable()
  expect(service.log.requests).toEqual([])
})
