import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { answerQuestions, chooseModel, openSummary, pane, writeButton } from './language-model'
import type { SeededMeeting } from './seeded-library'

const text = messages.redaction
const meeting: SeededMeeting = {
  id: 'order',
  title: 'Order by phone',
  startedAt: Date.UTC(2026, 10, 25, 10, 2),
  said: [
    ['Dana', 'My card is four two four two 4242 4242 double four two two okay'],
    ['Miguel', 'And the phone number is 555 0199 234 for the courier.'],
    ['Dana', 'The project is Falcon and nobody knows it.'],
  ],
}
const id = meeting.id

test('what is found or selected is hidden in exports and from a model, and comes back', async ({
  launch,
  folder,
  service,
}) => {
  const { parley, window } = await openSummary({ launch, folder }, [meeting])
  await window.getByRole('tab', { name: text.tab, exact: true }).click()
  const panel = window.getByRole('complementary', { name: text.tab })
  await expect(panel.getByRole('button', { name: text.hideThis('Dana') })).toBeVisible()
  await panel.getByRole('button', { name: text.hideAll(4) }).click()
  await expect(panel.getByText(text.nothingFound)).toBeVisible()

  await test.step('by hand, with a key', async () => {
    await window.locator('[data-row="session:2"]').evaluate((element) => {
      const node = element.firstChild
      const at = element.textContent.indexOf('Falcon')
      if (node !== null) document.getSelection()?.setBaseAndExtent(node, at, node, at + 6)
    })
    await window.keyboard.press('h')
    await expect(panel.getByText('Falcon', { exact: true })).toBeVisible()
    await noViolations(window, 'what is hidden')
  })

  const { export: choice } = await parley.value('settings:get', undefined)
  const exported = async () => {
    const path = join(folder, 'order.txt')
    await parley.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    await parley.value('meetings:export', { id, choice: { ...choice, format: 'txt' } })
    return readFileSync(path, 'utf8')
  }
  const secrets = /4242|0199|four two|Dana|Falcon/
  expect(await exported()).not.toMatch(secrets)
  expect(await exported()).toContain('[card number]')

  await test.step('a model gets none of it', async () => {
    await chooseModel(parley, service)
    await answerQuestions(parley, 1)
    await window.getByRole('tab', { name: messages.minutes.tab }).click()
    await writeButton(window).click()
    await expect(pane(window).getByRole('button', { name: messages.minutes.again })).toBeVisible()
    expect(JSON.stringify(service.chats())).not.toMatch(secrets)
    expect(JSON.stringify(service.chats())).toContain('[phone number]')
  })

  await test.step('it comes back', async () => {
    await window.getByRole('tab', { name: text.tab, exact: true }).click()
    await panel.getByRole('button', { name: text.showAll }).click()
    await expect(panel.getByText(text.nothingHidden)).toBeVisible()
    expect(await exported()).toContain('Falcon')
  })
})
