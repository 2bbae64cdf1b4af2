import { messages } from '../../common/text/window'
import type { Page } from '@playwright/test'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { answerNext, answerQuestions, budget, chooseModel, openSummary } from './language-model'
import type { SeededMeeting } from './seeded-library'

const text = messages.minutes.ask
const standUp: SeededMeeting = {
  id: 'standup',
  title: 'Stand-up',
  startedAt: Date.UTC(2026, 10, 24, 9, 15),
  said: [
    ['Priya', 'The importer is merged.'],
    ['Tom', 'I booked the Ghent hotel for the twelfth.'],
  ],
}

const panel = (window: Page) => window.getByRole('complementary', { name: text.tab })
const section = (window: Page, question: string) =>
  panel(window).getByRole('region', { name: question })

async function ask(window: Page, question: string): Promise<void> {
  await panel(window).getByRole('textbox', { name: text.label }).fill(question)
  await panel(window).getByRole('button', { name: text.button, exact: true }).click()
}

test(
  'a question to this meeting and to all, with links; not said, faults and cancelling',
  { tag: '@long' },
  async ({ launch, folder, service }) => {
    const { parley, window } = await openSummary({ launch, folder }, [budget, standUp])
    await window.getByRole('tab', { name: text.tab }).click()
    await expect(panel(window)).toContainText(messages.minutes.none.nothing)
    await chooseModel(parley, service)
    const asked = await answerQuestions(parley, 1)

    await test.step('an answer plays its moment', async () => {
      const answer = '- Dana tells finance today [4]\n- Finance agreed [77]'
      answerNext(service, answer)
      await ask(window, 'Who tells finance?')
      const found = section(window, 'Who tells finance?')
      await expect(found).toContainText('Dana tells finance today')
      await expect(found).toContainText(messages.minutes.notFoundLine('Finance agreed'))
      await found.getByRole('button', { name: '0:00:30' }).click()
      await expect
        .poll(() =>
          window.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime),
        )
        .toBeGreaterThan(30)
      expect(await asked()).toHaveLength(1)
      await noViolations(window, 'an answer')
    })
    await test.step('not said', async () => {
      answerNext(service, 'NOT SAID')
      await ask(window, 'What is for lunch?')
      await expect(section(window, 'What is for lunch?')).toContainText(text.notSaid)
    })
    await test.step('a failure, and again', async () => {
      answerNext(service, { kind: 'status', status: 500 }, '- Ghent [2]')
      await ask(window, 'Where?')
      await section(window, 'Where?').getByRole('button', { name: messages.shell.tryAgain }).click()
      await expect(section(window, 'Where?').first()).toContainText('0:00:10')
    })
    await test.step('cancelled', async () => {
      answerNext(service, { kind: 'hang' })
      await ask(window, 'How long?')
      await panel(window).getByRole('button', { name: messages.shell.cancel }).click()
      await expect(section(window, 'How long?')).toHaveCount(0)
      await expect.poll(() => service.chats().at(-1)?.isAborted).toBe(true)
    })
    await test.step('all meetings, found by the search', async () => {
      const answer = '- Tom booked a hotel in Ghent [2]\n'
      const before = service.chats().length
      answerNext(service, answer)
      await panel(window).getByRole('combobox', { name: text.scope }).click()
      await window.getByRole('option', { name: text.allMeetings }).click()
      await ask(window, 'Who booked the hotel?')
      const found = section(window, 'Who booked the hotel?')
      await expect(found).toContainText('Tom booked a hotel in Ghent')
      expect(service.chats()[before]?.messages.at(-1)?.content).toContain('[2] Tom: I booked')
      expect(service.chats()[before]?.messages.at(-1)?.content).not.toContain('finance')
      await found.getByRole('button', { name: 'Stand-up 0:00:10' }).click()
      await expect(window.getByRole('heading', { level: 1, name: 'Stand-up' })).toBeVisible()
    })
    await test.step('nothing fits: it was not said, and nothing was sent', async () => {
      const before = service.chats().length
      await panel(window).getByRole('combobox', { name: text.scope }).click()
      await window.getByRole('option', { name: text.allMeetings }).click()
      await ask(window, 'Elephants?')
      await expect(section(window, 'Elephants?')).toContainText(text.notSaid)
      expect(service.chats()).toHaveLength(before)
    })
  },
)
