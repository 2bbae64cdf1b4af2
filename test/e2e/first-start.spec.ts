import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { microphoneFile, recordButton } from './recording'
import { goodKey } from './service-key'

const text = messages.shell
const first = messages.firstRun

test('a first start without a key offers the on-device engine, and a field for a key', async ({
  launch,
  service,
}) => {
  const { window, value } = await launch({ asNew: true })
  await window.getByRole('button', { name: first.skipAll }).click()
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

for (const theme of ['light', 'dark'] as const) {
  test(
    `the first run checks transcription, microphone and the other side once, ${theme}`,
    { tag: '@long' },
    async ({ launch, folder }) => {
      const { path } = microphoneFile(folder, { words: 40 })
      const parley = await launch({ asNew: true, microphone: path })
      const { window } = parley
      await parley.value('settings:set', { theme })
      const output = process.env['PARLEY_OUTPUT']
      const look = async (name: string) => {
        await noViolations(window, name)
        if (output) {
          const picture = await window.screenshot({ animations: 'disabled' })
          writeFileSync(join(output, `first-run-${name}-${theme}.png`), picture)
        }
      }
      const step = (number: number, { title }: { readonly title: string }) =>
        window.getByRole('region', { name: first.step(number, title) })
      await expect(window.getByRole('heading', { name: first.title })).toBeVisible()
      await look('start')
      await step(1, first.transcription)
        .getByRole('button', { name: first.transcription.useKey })
        .click()
      await window.getByPlaceholder(messages.keys.keyHint).fill(goodKey)
      await window.getByRole('button', { name: messages.keys.save }).click()
      const keep = window.getByRole('button', { name: messages.keys.keepUntilQuit })
      const works = step(1, first.transcription).getByText(/^The key works/)
      await expect(keep.or(works)).toBeVisible()
      if (await keep.isVisible()) await keep.click()
      await expect(works).toBeVisible()
      await window.getByRole('button', { name: first.next, exact: true }).click()

      const meter = window.getByRole('meter', { name: first.microphone.level })
      await expect
        .poll(async () => Number(await meter.getAttribute('aria-valuenow')), { timeout: 20_000 })
        .toBeGreaterThan(5)
      await look('microphone')
      await expect(step(2, first.microphone).getByText(first.done)).toBeAttached({
        timeout: 20_000,
      })
      await window.getByRole('button', { name: first.next, exact: true }).click()
      await window.getByRole('button', { name: first.system.play }).click()
      await expect(window.getByRole('button', { name: first.system.again })).toBeVisible({
        timeout: 20_000,
      })
      await look('system')
      await window.getByRole('button', { name: first.finish }).click()
      await expect(window.getByRole('heading', { name: text.first.title })).toBeVisible()
      await parley.quit()

      const again = await launch({ asNew: true })
      await expect(again.window.getByRole('heading', { name: text.first.title })).toBeVisible()
    },
  )
}
