import { messages } from '../../preload/messages'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { microphoneFile, record, recordButton, stop, chooseService, waitForWord } from './recording'
import { openSettings, type SettingsTab } from './screens'

const tabs = Object.keys(messages.settings.tabs) as SettingsTab[]

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${theme}`, async ({ launch, folder }) => {
    const { path } = microphoneFile(folder, { words: 12 })
    const parley = await launch({ microphone: path })
    const { window } = parley
    await parley.value('settings:set', { theme })
    const look = (screen: string) => noViolations(window, screen)

    await expect(recordButton(window).first()).toBeVisible()
    await look('first start')
    await chooseService(parley)
    for (const tab of tabs) {
      await openSettings(window, tab)
      await look(`settings, ${tab}`)
    }
    await openSettings(window, 'keys')
    await window.getByRole('button', { name: messages.keys.removeLabel('Work') }).click()
    await expect(window.getByRole('alertdialog')).toBeVisible()
    await look('removing a key')
    await window.getByRole('button', { name: messages.shell.cancel }).click()
    await window.getByRole('button', { name: messages.token.try, exact: true }).click()
    await expect(window.getByRole('region', { name: messages.token.result })).toBeVisible()
    await look('a token tried')
    await window.getByRole('button', { name: messages.token.reference }).click()
    await expect(window.getByRole('button', { name: messages.token.backToKeys })).toBeVisible()
    await look('the token reference')

    const id = await record(parley)
    await waitForWord(parley, id, 8, 30_000)
    await look('recording')
    await stop(parley)
    await expect(
      window.getByRole('slider', { name: messages.meeting.review.timeLine }),
    ).toBeVisible()
    await look('a finished meeting')
    await window.getByRole('button', { name: messages.meeting.review.export }).click()
    await expect(window.getByRole('dialog')).toBeVisible()
    await look('what to export')
  })
}
