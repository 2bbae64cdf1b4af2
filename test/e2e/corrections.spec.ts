import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { messages } from '../../common/text/window'
import type { Parley } from './app'
import { expect, test } from './fixtures'
import { transcript } from './recording'
import { seedLibrary } from './seeded-library'

const { edit, review } = messages.meeting
const title = 'Budget talk'
const heard = [
  ['A', 'We looked at the budget again'],
  ['B', 'And then the travel line was cut'],
  ['A', 'Nobody told me about that'],
  ['B', 'Nor me'],
] as const

type Said = readonly (readonly [speaker: string | null, text: string])[]

/** The text of the meeting before the first correction and after each one. */
const states: readonly Said[] = (() => {
  const [first, second, third, fourth] = heard
  const edited = ['A', 'We looked at the budget twice'] as const
  const named = ['Priya', second[1]] as const
  return [
    heard,
    [edited, second, third, fourth],
    [edited, ['B', 'And then the'], ['B', 'travel line was cut'], third, fourth],
    [edited, second, third, fourth],
    [edited, named, third, ['Priya', fourth[1]]],
    [edited, named, third, [first[0], fourth[1]]],
    [edited, named, third, fourth].map(([, text]) => ['Priya', text] as const),
  ]
})()

/** How a person works: with the mouse, or only with the keyboard. */
interface Hand {
  openMeeting(): Promise<void>
  /** Opens the menu of a word and chooses an item. */
  choose(row: number, word: number, item: string): Promise<void>
  /** Starts to edit the words of a turn. */
  write(row: number): Promise<void>
  pick(speaker: string): Promise<void>
  submit(button: string): Promise<void>
  undo(): Promise<void>
  redo(): Promise<void>
  showOriginal(row: number): Promise<void>
}

const line = (window: Page, row: number) => window.getByRole('article').nth(row)
const menu = (window: Page) => window.getByRole('menu')
const dialog = (window: Page) => window.getByRole('dialog')

function mouse(window: Page): Hand {
  /** The middle of a word on the screen. */
  const wordBox = (row: number, word: number) =>
    line(window, row)
      .locator('[data-row]')
      .evaluate((element, index) => {
        const words = [...element.textContent.matchAll(/\S+/g)]
        const { 0: wanted = '', index: from = 0 } = words[index] ?? {}
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        const range = document.createRange()
        let before = 0
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0
          const at = from - before
          if (at >= 0 && at < length) {
            range.setStart(node, at)
            range.setEnd(node, at + wanted.length)
          }
          before += length
        }
        const box = range.getBoundingClientRect()
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      }, word)
  const ofMenu = async (item: string | RegExp) => {
    await menu(window).getByRole('menuitem', { name: item }).click()
    await expect(menu(window)).toBeHidden()
  }
  const openMenu = async (row: number) => {
    await line(window, row).hover()
    await line(window, row).getByRole('button', { name: edit.menu }).click()
  }
  return {
    openMeeting: () => window.getByRole('button', { name: title }).click(),
    choose: async (row, word, item) => {
      const { x, y } = await wordBox(row, word)
      await window.mouse.click(x, y, { button: 'right' })
      await ofMenu(item)
    },
    write: async (row) => {
      const { x, y } = await wordBox(row, 0)
      await window.mouse.dblclick(x, y)
    },
    pick: (speaker) => dialog(window).getByRole('radio', { name: speaker }).check(),
    submit: async (button) => {
      await dialog(window).getByRole('button', { name: button, exact: true }).click()
      await expect(dialog(window)).toBeHidden()
    },
    undo: async () => {
      await openMenu(0)
      await ofMenu(/^Undo/)
    },
    redo: async () => {
      await openMenu(0)
      await ofMenu(/^Redo/)
    },
    showOriginal: (row) => line(window, row).getByRole('button', { name: edit.corrected }).click(),
  }
}

function keyboard(window: Page): Hand {
  const press = (...keys: string[]) =>
    keys.reduce(async (before, key) => {
      await before
      await window.keyboard.press(key)
    }, Promise.resolve())
  const pressUntil = async (key: string, selector: string) => {
    for (let tries = 0; tries < 40; tries += 1) {
      if ((await window.locator(`:focus`).and(window.locator(selector)).count()) > 0) return
      await press(key)
    }
    throw new Error(`${key} never reaches ${selector}`)
  }
  const goTo = async (row: number, word: number) => {
    await expect(window.locator('[data-word]:focus')).toBeVisible()
    const times = (key: string, count: number) => Array.from({ length: count }, () => key)
    await press('Control+Home', ...times('ArrowDown', row), ...times('ArrowRight', word))
  }
  const choose = async (row: number, word: number, item: string) => {
    await goTo(row, word)
    await press('ContextMenu')
    await expect(menu(window)).toBeVisible()
    await pressUntil('ArrowDown', `[role=menuitem]:has-text(${JSON.stringify(item)})`)
    await press('Enter')
    await expect(menu(window)).toBeHidden()
  }
  return {
    openMeeting: async () => {
      await pressUntil('Tab', `nav button:has-text(${JSON.stringify(title)})`)
      await press('Enter')
      await expect(line(window, 0)).toBeVisible()
      await pressUntil('Tab', '[role=feed]')
      await press('ArrowRight')
    },
    choose,
    write: async (row) => {
      await goTo(row, 0)
      await press('F2')
    },
    pick: async (speaker) => {
      await pressUntil('Tab', 'input[type=radio]')
      const wanted = dialog(window).getByRole('radio', { name: speaker })
      for (let tries = 0; tries < 5 && !(await wanted.isChecked()); tries += 1) {
        await press('ArrowDown')
      }
      await expect(wanted).toBeChecked()
    },
    submit: async () => {
      await press('Enter')
      await expect(dialog(window)).toBeHidden()
    },
    undo: () => press('Control+z'),
    redo: () => press('Control+Shift+z'),
    showOriginal: (row) => choose(row, 0, edit.showOriginal),
  }
}

async function readsLike(parley: Parley, said: Said): Promise<void> {
  await expect
    .poll(async () =>
      (await transcript(parley, 'talk')).turns.map(({ speaker, text }) => [speaker, text]),
    )
    .toEqual(said)
  await expect(parley.window.locator('[data-row]')).toHaveText(said.map(([, text]) => text))
  for (const [row, [speaker]] of said.entries()) {
    await expect(line(parley.window, row)).toContainText(speaker ?? '')
  }
}

for (const [name, handOf] of Object.entries({ mouse, keyboard })) {
  test(
    `every correction, taken back and done again, with the ${name} alone`,
    { tag: name === 'mouse' ? '@long' : [] },
    async ({ launch, folder }) => {
      const dataFolder = join(folder, 'data')
      const startedAt = Date.now() - 60_000
      seedLibrary(dataFolder, [{ id: 'talk', title, startedAt, said: heard }])
      const parley = await launch({ dataFolder })
      const { window } = parley
      const hand = handOf(window)
      await hand.openMeeting()
      await expect(window.getByRole('feed', { name: review.transcript })).toBeVisible()
      const corrections: readonly (() => Promise<void>)[] = [
        async () => {
          await hand.write(0)
          await expect(window.getByRole('textbox', { name: edit.label })).toBeFocused()
          await window.keyboard.press('Control+A')
          await window.keyboard.type('We looked at the budget twice')
          await window.keyboard.press('Enter')
        },
        () => hand.choose(1, 3, edit.split('travel')),
        () => hand.choose(1, 0, edit.join),
        async () => {
          await hand.choose(1, 0, edit.rename)
          await expect(window.getByRole('textbox', { name: edit.name })).toBeFocused()
          await window.keyboard.press('Control+A')
          await window.keyboard.type('Priya')
          await hand.submit(edit.actions.rename)
        },
        async () => {
          await hand.choose(3, 0, edit.assign)
          await hand.pick('Speaker A')
          await hand.submit(edit.actions.assign)
        },
        async () => {
          await hand.choose(0, 0, edit.merge)
          await hand.pick('Priya')
          await hand.submit(edit.actions.merge)
        },
      ]
      for (const [index, correct] of corrections.entries()) {
        await correct()
        await readsLike(parley, states[index + 1] ?? [])
      }
      await hand.showOriginal(0)
      await expect(line(window, 0)).toContainText(edit.original(heard[0][1]))
      for (const state of states.slice(0, -1).toReversed()) {
        await hand.undo()
        await readsLike(parley, state)
      }
      for (const state of states.slice(1)) {
        await hand.redo()
        await readsLike(parley, state)
      }
    },
  )
}
