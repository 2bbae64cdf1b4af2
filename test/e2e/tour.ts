import type { Page } from '@playwright/test'
import { wallNow } from '../../common/clock'
import type { EventName } from '../../common/ipc/channels'
import type { EventPayload } from '../../common/ipc/contract'
import type { Catalogue } from '../../common/text/catalogue'
import type { Service } from '../service/service'
import { openCaptions, type Parley } from './app'
import { expect } from './fixtures'
import { answerQuestions, budget, budgetAnswer, chooseModel } from './language-model'
import { chooseService, transcript } from './recording'
import type { SeededMeeting } from './seeded-library'

/** A walk through the app in any language; `look` gets the name and the page of each screen. */
export interface Tour {
  readonly parley: Parley
  /** What the app says in the language of this tour. */
  readonly text: Catalogue
  readonly look: (screen: string, page?: Page) => Promise<void>
}

/** Something to search for that two meetings have, with a name, tags, and something to hide. */
export const tourMeetings: readonly SeededMeeting[] = [
  {
    ...budget,
    said: [...budget.said, ['Miguel', 'Call me on 555 0199 234 about the travel line.']],
    tags: ['finance'],
  },
  {
    id: 'travel',
    title: 'Travel policy',
    startedAt: Date.UTC(2026, 9, 2, 14, 30),
    said: [['A', 'Travel by train first, and the Ghent team agrees with that.']],
  },
]

/** Sends an event of main to the window, as if it had happened. */
async function happen<E extends EventName>(
  { app }: Parley,
  name: E,
  payload: EventPayload<E>,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [channel, sent]) => {
      const all = BrowserWindow.getAllWindows()
      const main = all.find((one) => one.webContents.getURL().startsWith('app://window/'))
      main?.webContents.send(channel, sent)
    },
    [name, payload] as const,
  )
}

const settingsTab = async ({ parley: { window }, text }: Tour, tab: SettingsTab) => {
  await window.getByRole('button', { name: text.window.shell.settings, exact: true }).click()
  const name = text.window.settings.tabs[tab]
  await window.getByRole('tab', { name, exact: true }).click()
  await expect(window.getByRole('tabpanel', { name, exact: true })).toBeVisible()
}
type SettingsTab = keyof Catalogue['window']['settings']['tabs']

/** The first start, without the checks of the devices. */
export async function tourFirstRun(tour: Tour): Promise<void> {
  const { parley, text, look } = tour
  const { firstRun } = text.window
  await expect(parley.window.getByRole('heading', { name: firstRun.title })).toBeVisible()
  await look('first run')
  await parley.window.getByRole('button', { name: firstRun.next, exact: true }).click()
  await expect(
    parley.window.getByRole('heading', { name: firstRun.microphone.title }),
  ).toBeVisible()
  await look('first run, microphone')
  await parley.window.getByRole('button', { name: firstRun.skipAll }).click()
}

/** Every page of the settings, with a key. */
export async function tourSettings(tour: Tour): Promise<void> {
  const { parley, text, look } = tour
  const tabs = Object.keys(text.window.settings.tabs) as SettingsTab[]
  await chooseService(parley)
  for (const tab of tabs) {
    await settingsTab(tour, tab)
    await look(`settings, ${tab}`)
  }
}

/** What opens from the pages of the settings. */
export async function tourSettingsDialogs(tour: Tour): Promise<void> {
  const { parley, text, look } = tour
  const { window } = parley
  const { keys, token, models, settings, shell } = text.window
  await settingsTab(tour, 'keys')
  await window.getByRole('button', { name: keys.removeLabel('Work') }).click()
  await expect(window.getByRole('alertdialog')).toBeVisible()
  await look('removing a key')
  await window.getByRole('button', { name: shell.cancel, exact: true }).click()
  await window.getByRole('button', { name: token.try, exact: true }).click()
  await expect(window.getByRole('region', { name: token.result })).toBeVisible()
  await look('a token tried')
  await window.getByRole('button', { name: token.reference }).click()
  await expect(window.getByRole('button', { name: token.backToKeys })).toBeVisible()
  await look('the token reference')
  await settingsTab(tour, 'models')
  const { models: rows } = await parley.value('models:state', undefined)
  const licensed = rows.find(({ licence }) => licence !== null)
  if (licensed) {
    const name = models.licenceOf(licensed.name, licensed.licence ?? '')
    await window.getByRole('button', { name, exact: true }).click()
    await expect(window.getByRole('dialog').getByRole('region')).toBeVisible()
    await look('the licence of a model')
    await window.keyboard.press('Escape')
  }
  await settingsTab(tour, 'transcription')
  await window.getByRole('combobox', { name: settings.transcription.model, exact: true }).click()
  await expect(window.getByRole('listbox')).toBeVisible()
  await look('the models of the service')
  await window.keyboard.press('Escape')
}

/** A finished meeting, and the parts beside it. Needs `tourMeetings`. */
export async function tourMeeting(tour: Tour, service: Service): Promise<void> {
  const { parley, text, look } = tour
  const { window } = parley
  const { meeting, minutes, redaction } = text.window
  service.configure({ chat: { answers: [{ kind: 'text', text: budgetAnswer }] } })
  await chooseModel(parley, service)
  await answerQuestions(parley, 1)
  await openTourMeeting(tour)
  await look('a finished meeting')
  const button = (name: string) => window.getByRole('button', { name, exact: true })
  const tab = (name: string) => window.getByRole('tab', { name, exact: true })
  await button(minutes.show).click()
  await button(minutes.write).click()
  await expect(button(minutes.again)).toBeVisible()
  await look('a summary')
  await tab(minutes.ask.tab).click()
  await look('asking')
  await tab(redaction.tab).click()
  await expect(button(redaction.hideThis('Dana'))).toBeVisible()
  await button(redaction.hideThis('Dana')).click()
  await expect(button(redaction.showThis('Dana'))).toBeVisible()
  await look('what is hidden')
  await tab(meeting.notes.title).click()
  await window
    .getByRole('textbox', { name: meeting.notes.label })
    .fill('# Decisions\n- ask **Dana** about `npm`')
  await look('notes')
}

/** The meeting with the most in it. */
async function openTourMeeting({ parley: { window }, text }: Tour): Promise<void> {
  await window.locator(`[data-meeting="${budget.id}"]`).click()
  const slider = { name: text.window.meeting.review.timeLine }
  await expect(window.getByRole('slider', slider)).toBeVisible()
}

/** What opens over a finished meeting, and its corrections. */
export async function tourMeetingPopups(tour: Tour): Promise<void> {
  const { parley, text, look } = tour
  const { window } = parley
  const { meeting, library, shell } = text.window
  const { keyboard } = window
  const button = (name: string) => window.getByRole('button', { name, exact: true })
  await openTourMeeting(tour)
  await keyboard.press('Control+f')
  await window.getByRole('textbox', { name: meeting.find.label }).fill('travel')
  await look('find')
  await keyboard.press('Escape')
  await window.getByRole('article').first().hover()
  await button(meeting.edit.menu).first().click()
  await expect(window.getByRole('menu')).toBeVisible()
  await look('the menu of a turn')
  await window.getByRole('menuitem', { name: meeting.edit.assign }).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  // The menu fades behind the dialog, where no role is found.
  await expect(window.locator('[role=menu]')).toHaveCount(0)
  await look('another speaker')
  await keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toBeHidden()
  await keyboard.press('F2')
  await window.getByRole('textbox', { name: meeting.edit.label }).fill('Nothing was said.')
  await look('words being corrected')
  await keyboard.press('Enter')
  await button(meeting.edit.corrected).click()
  await look('a corrected turn')
  await button(meeting.review.export).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await look('what to export')
  await keyboard.press('Escape')
  await button(meeting.retranscribe.button).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await look('transcribing again')
  await keyboard.press('Escape')
  await button(meeting.keys.title).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await look('the keys')
  await keyboard.press('Escape')
  await window.getByRole('combobox', { name: meeting.review.speed }).click()
  await expect(window.getByRole('listbox')).toBeVisible()
  await look('the speeds')
  await keyboard.press('Escape')
  await keyboard.press('Control+Shift+P')
  await expect(window.getByRole('dialog')).toBeVisible()
  await look('the palette')
  await keyboard.press('Escape')
  const search = window.getByRole('combobox', { name: library.search.field })
  await search.fill('travel')
  await expect(window.getByRole('option').first()).toBeVisible()
  await look('search')
  await search.fill('zebra')
  await expect(window.getByText(library.search.nothing, { exact: true })).toBeVisible()
  await look('nothing found')
  await button(library.search.clear).click()
  await window.locator('[data-meeting="travel"]').click({ button: 'right' })
  await expect(window.getByRole('menu')).toBeVisible()
  await look('the menu of a row')
  await window.getByRole('menuitem', { name: library.menu.bin }).click()
  await expect(button(library.bin.undo)).toBeVisible()
  await look('a meeting moved to the bin')
  await button(library.bin.row(1)).click()
  await look('the bin')
  await button(library.menu.delete).click()
  await expect(window.getByRole('alertdialog')).toBeVisible()
  await look('deleting a meeting')
  await button(shell.cancel).click()
}

/** A comparison of two texts of the open meeting, as main would report it. */
export async function tourComparison(tour: Tour): Promise<void> {
  const { parley, text, look } = tour
  const { window } = parley
  const { retranscribe } = text.window.meeting
  await openTourMeeting(tour)
  const state = { meetingId: budget.id, share: 0.4, before: 40, after: 38, open: 1 }
  await happen(parley, 'retranscription:changed', { ...state, step: 'hearing' })
  await expect(window.getByRole('progressbar')).toBeVisible()
  await look('a re-transcription')
  await happen(parley, 'retranscription:changed', { ...state, step: 'comparing' })
  await window.getByRole('button', { name: retranscribe.compare, exact: true }).click()
  await look('both texts')
  await window.getByRole('button', { name: retranscribe.acceptAll, exact: true }).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await look('fewer words')
  await window.keyboard.press('Escape')
  await happen(parley, 'retranscription:changed', null)
}

/** What the system or the network brings. */
export async function tourEvents(tour: Tour): Promise<void> {
  const { parley, text, look } = tour
  const { window } = parley
  const program = { key: 'zoom', name: 'Zoom' }
  for (const kind of ['record', 'stop'] as const) {
    await happen(parley, 'calls:changed', { kind, program })
    const name = text.menus.calls[kind].title('Zoom')
    await expect(window.getByRole('region', { name })).toBeVisible()
    await look(`a call, ${kind}`)
  }
  await happen(parley, 'calls:changed', null)
  const update = { stage: 'ready', version: '2.0.0', checkedAt: wallNow(), error: null } as const
  await happen(parley, 'update:changed', update)
  await expect(window.getByText(text.window.shell.update.ready('2.0.0'))).toBeVisible()
  await look('a new version')
  await window.getByRole('button', { name: text.window.shell.update.later, exact: true }).click()
  await happen(parley, 'proxy:question', { proxy: 'proxy.example:3128', refused: true })
  await expect(window.getByRole('dialog')).toBeVisible()
  await look('the question of a proxy')
  await happen(parley, 'proxy:question', null)
  await expect(window.getByRole('dialog')).toBeHidden()
}

/** A recording with its popovers and the captions. Needs a microphone that says `heard` words. */
export async function tourRecording(tour: Tour, { heard }: { heard: number }): Promise<void> {
  const { parley, text, look } = tour
  const { window } = parley
  const { meeting, captions, shell, settings } = text.window
  const button = (name: string) => window.getByRole('button', { name, exact: true })
  await button(shell.newRecording).first().click()
  const stop = window.locator('footer [aria-keyshortcuts="Control+N"]')
  await expect(stop).toBeVisible()
  const line = window.getByRole('region', { name: settings.calls.reminderLine.label })
  await expect(line).toBeVisible()
  await expect
    .poll(async () => (await parley.value('recording:status', undefined)).state)
    .toBe('recording')
  const { meetingId } = await parley.value('recording:status', undefined)
  const words = async () => {
    const { turns } = await transcript(parley, meetingId ?? '')
    return turns.flatMap((turn) => turn.words).length
  }
  await expect.poll(words, { timeout: 30_000 }).toBeGreaterThanOrEqual(heard)
  await look('recording')
  await button(settings.calls.reminderLine.spoken).click()
  await expect(line).toHaveCount(0)
  await button(meeting.live.sources).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await look('the sources')
  await window.keyboard.press('Escape')
  await button(meeting.forgotten.endTime).click()
  await expect(window.getByRole('dialog', { name: meeting.forgotten.endTime })).toBeVisible()
  await look('the end time')
  await window.keyboard.press('Escape')
  const page = await openCaptions(parley)
  await expect(page.locator('[data-partial]').first()).toBeVisible()
  await look('captions', page)
  await page.getByRole('button', { name: captions.close, exact: true }).focus()
  await look('captions with their controls', page)
  await button(meeting.live.captionsMore).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await look('more about the captions')
  await window.keyboard.press('Escape')
  await parley.value('captions:show', { shown: false })
  await button(meeting.live.mute).click()
  await parley.value('forgotten:set-end', { at: wallNow() })
  const question = text.menus.forgotten['end-time'].title
  await expect(window.getByRole('region', { name: question })).toBeVisible()
  await look('a forgotten recording, muted')
  await button(text.menus.forgotten.keep).click()
  await window.getByRole('button', { name: meeting.live.pause }).first().click()
  await expect(window.getByText(meeting.live.pausedText)).toBeVisible()
  await look('paused')
  await stop.click()
  await expect
    .poll(async () => (await parley.value('recording:status', undefined)).state, {
      timeout: 30_000,
    })
    .toBe('idle')
  await look('a meeting just recorded')
}
