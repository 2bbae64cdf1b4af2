import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { messages } from '../../preload/messages'
import { expect, test } from './fixtures'
import { microphoneFile, record, recordButton, stop, chooseService, waitForWord } from './recording'
import { openSettings, type SettingsTab } from './screens'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** What axe finds on the page as it is now, one line each. */
async function violations(window: Page): Promise<string[]> {
  // Evaluated by the debugger, so that the policy of the page stays as it is.
  await window.evaluate(axeSource)
  const results = await window.evaluate(() =>
    (self as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  )
}

const tabs = Object.keys(messages.settings.tabs) as SettingsTab[]

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${theme}`, async ({ launch, folder }) => {
    const { path } = microphoneFile(folder, { words: 12 })
    const parley = await launch({ microphone: path })
    const { window } = parley
    await parley.value('settings:set', { theme })
    const look = async (screen: string) => {
      await test.step(screen, async () => {
        // Colours that still fade from one theme to the other are not the ones to judge.
        await window.evaluate(() =>
          Promise.all(
            document.getAnimations().map((animation) => animation.finished.catch(() => null)),
          ),
        )
        expect(await violations(window), screen).toEqual([])
      })
    }

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
