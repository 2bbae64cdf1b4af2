import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { messages } from '../../common/text/window'
import type { ChatAnswer } from '../service/options'
import type { Service } from '../service/service'
import type { LaunchOptions, Parley } from './app'
import { expect } from './fixtures'
import { seedLibrary, type SeededMeeting } from './seeded-library'

const text = messages.minutes

/** The meeting of the board: who said what, every ten seconds. */
export const budget: SeededMeeting = {
  id: 'budget',
  title: 'Quarterly budget review',
  startedAt: Date.UTC(2026, 10, 25, 10, 2),
  said: [
    [
      'Dana',
      'Before we lock the numbers, can we look at the travel line again? It grew by nine percent.',
    ],
    [
      'Me',
      'I can own it. Most of it is the Ghent office visits, and I would rather cut two of them than the training days.',
    ],
    ['Miguel', 'That works for us. Two visits a quarter, and we move the third one to a call.'],
    ['Dana', 'Good. Then I tell finance today that travel stays at the plan.'],
  ],
}

/** A good answer about that meeting, with one line that nobody said. */
export const budgetAnswer = `## Summary
- The travel line grew by nine percent. [1]
## Decisions
- Travel stays at the plan; the third Ghent visit each quarter becomes a call. [3, 4]
- Parking becomes free for everybody. [2]
## Tasks
- Me | reduce the travel line by two Ghent visits | - [2]
- Dana | tell finance | today [4]
## Open questions
`

/** Answers main's questions before text is sent: 1 is Send, 0 is Cancel. Returns what was asked. */
export async function answerQuestions(
  parley: Parley,
  response: 0 | 1,
): Promise<() => Promise<string[]>> {
  await parley.app.evaluate(({ dialog }, given) => {
    const asked: string[] = []
    Object.assign(globalThis, { askedQuestions: asked })
    dialog.showMessageBox = (...options: unknown[]) => {
      const { message, detail } = options.at(-1) as { message: string; detail: string }
      asked.push(`${message}\n${detail}`)
      return Promise.resolve({ response: given, checkboxChecked: false })
    }
  }, response)
  return () =>
    parley.app.evaluate(
      () => (globalThis as unknown as { askedQuestions: string[] }).askedQuestions,
    )
}

/** Chooses the simulator as an Ollama. */
export async function chooseModel(parley: Parley, { url }: Service): Promise<void> {
  await parley.value('settings:set', {
    chat: {
      provider: 'ollama',
      addresses: { ollama: url },
      models: { ollama: 'small-model' },
      prices: {},
    },
  })
}

/** The fixtures of a test. */
interface Given {
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<Parley>
  readonly folder: string
}

/** Starts the app with this meeting and opens it with the summary beside it. */
export async function openSummary(
  { launch, folder }: Given,
  meetings: readonly SeededMeeting[] = [budget],
): Promise<{ parley: Parley; window: Page }> {
  seedLibrary(join(folder, 'data'), meetings)
  const parley = await launch()
  const { window } = parley
  await window.getByRole('button', { name: meetings[0]?.title ?? '' }).click()
  await window.getByRole('button', { name: text.show, exact: true }).click()
  await expect(pane(window)).toBeVisible()
  return { parley, window }
}

/** The same with a model that a person has chosen, and agrees to. `asked`: what main asked before. */
export async function openWithModel(
  given: Given & { readonly service: Service },
  meetings?: readonly SeededMeeting[],
): Promise<{ parley: Parley; window: Page; asked: () => Promise<string[]> }> {
  const { parley, window } = await openSummary(given, meetings)
  await chooseModel(parley, given.service)
  return { parley, window, asked: await answerQuestions(parley, 1) }
}

/** What the model answers next, one after another; a text is a good answer. */
export function answerNext(service: Service, ...answers: readonly (ChatAnswer | string)[]): void {
  service.configure({
    chat: {
      answers: answers.map((answer) =>
        typeof answer === 'string' ? { kind: 'text', text: answer } : answer,
      ),
    },
  })
}

export const pane = (window: Page) => window.getByRole('complementary', { name: text.tab })
export const writeButton = (window: Page) =>
  pane(window).getByRole('button', { name: text.write, exact: true })
