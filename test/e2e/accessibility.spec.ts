import { messages } from '../../common/text/window'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { microphoneFile, record, recordButton, stop, chooseService, waitForWord } from './recording'
import { openSettings, type SettingsTab } from './screens'

const tabs = Object.keys(messages.settings.tabs) as SettingsTab[]

for (const theme of ['light', 'dark'] as const) {
  test(
    `axe finds nothing on any screen, ${theme}`,
    { tag: theme === 'dark' ? '@long' : [] },
    async ({ launch, folder }) => {
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
      await waitForWord(parley, id, { number: 8, withinMs: 30_000 })
      await look('recording')
      await stop(parley)
      await expect(
        window.getByRole('slider', { name: messages.meeting.review.timeLine }),
      ).toBeVisible()
      await look('a finished meeting')
      await window.keyboard.press('Control+Home')
      await window.keyboard.press('b')
      await window.keyboard.press('n')
      const sheet = window.getByRole('textbox', { name: messages.meeting.notes.label })
      await sheet.fill('# Decisions\n- ask **Dana** about `npm`')
      await window.keyboard.press('Control+f')
      await window.getByRole('textbox', { name: messages.meeting.find.label }).fill('w0')
      await look('a finished meeting with notes, marks and find')
      await window.keyboard.press('Escape')
      await window.keyboard.press('F2')
      const words = window.getByRole('textbox', { name: messages.meeting.edit.label })
      await words.fill('Nothing was said.')
      await look('words being corrected')
      await words.press('Enter')
      await window.getByRole('button', { name: messages.meeting.edit.corrected }).click()
      await look('a corrected turn')
      await window.getByRole('article').first().hover()
      await window.getByRole('button', { name: messages.meeting.edit.menu }).first().click()
      await expect(window.getByRole('menu')).toBeVisible()
      await look('the menu of a turn')
      await window.getByRole('menuitem', { name: messages.meeting.edit.assign }).click()
      await expect(window.getByRole('dialog')).toBeVisible()
      await look('another speaker')
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: messages.meeting.keys.title }).click()
      await expect(window.getByRole('dialog')).toBeVisible()
      await look('the keys of a meeting')
      await window.keyboard.press('Escape')
      await window.getByRole('combobox', { name: messages.meeting.review.speed }).click()
      await expect(window.getByRole('listbox')).toBeVisible()
      await look('the speeds')
      await window.keyboard.press('Escape')
      await window.locator('[data-meeting]').click({ button: 'right' })
      await expect(window.getByRole('menu')).toBeVisible()
      await look('the menu of a row')
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: messages.meeting.review.export }).click()
      await expect(window.getByRole('dialog')).toBeVisible()
      await look('what to export')
    },
  )
}
