import { join } from 'node:path'
import { messages } from '../../common/text/window'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { seedLibrary } from './seeded-library'

const text = messages.meeting.names

test('a name is offered when a speaker says it, set by a press only, and can be put off', async ({
  launch,
  folder,
}) => {
  const said = [
    ['A', "Good morning, I'm Dana."],
    ['B', 'Hello. Miguel here.'],
    ['A', 'Shall we begin?'],
  ] as const
  const meeting = { id: 'hello', title: 'Hello', startedAt: Date.UTC(2026, 10, 25, 9), said }
  seedLibrary(join(folder, 'data'), [meeting])
  const parley = await launch()
  const { window } = parley
  await window.getByRole('button', { name: meeting.title }).click()
  const offer = window.getByRole('region', { name: text.label })
  await expect(offer).toContainText(text.says('Speaker A', 'Dana', '0:00:00'))
  await noViolations(window, 'a name is offered')
  const speakers = async () => (await parley.meetings()).find(({ id }) => id === 'hello')?.speakers
  expect(await speakers()).toEqual(['A', 'B'])
  await offer.getByRole('button', { name: text.accept('Dana') }).click()
  await expect(offer).toContainText(text.says('Speaker B', 'Miguel', '0:00:10'))
  await expect.poll(speakers).toContain('Dana')
  await offer.getByRole('button', { name: text.dismiss }).click()
  await expect(offer).toHaveCount(0)
  expect(await speakers()).toContain('B')
})
