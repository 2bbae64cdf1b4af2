import { wallNow } from '../../common/clock'
import { mainMessages } from '../../common/text'
import { messages } from '../../common/text/window'
import { noViolations } from './axe'
import { expect, test } from './fixtures'
import { record, stop } from './recording'

const text = mainMessages.forgotten

test('at its end time a recording is asked about, and goes on or stops as a person says', async ({
  launch,
  notices,
}) => {
  const parley = await launch({})
  const id = await record(parley)
  const { window } = parley
  await window.getByRole('button', { name: messages.meeting.forgotten.endTime }).click()
  const popup = window.getByRole('dialog')
  await popup.getByLabel(messages.meeting.forgotten.endTime).fill('23:59')
  await popup.getByRole('button', { name: messages.meeting.forgotten.set }).click()
  await expect(window.locator('[data-status="end-time"]')).toBeVisible()

  await parley.value('forgotten:set-end', { at: wallNow() })
  const question = window.getByRole('region', { name: text['end-time'].title })
  await expect(question).toContainText(text['end-time'].body)
  await expect
    .poll(() => notices.shown)
    .toMatchObject([{ title: text['end-time'].title, urgency: 1, buttons: [text.keep, text.stop] }])
  await noViolations(window, 'the question about a forgotten recording')
  await question.getByRole('button', { name: text.keep }).click()
  await expect(question).toHaveCount(0)
  expect(await parley.value('recording:status', undefined)).toMatchObject({
    state: 'recording',
    meetingId: id,
  })
  await stop(parley)
})

test(
  'my side is muted and heard again by a button beside the sources',
  { tag: '@long' },
  async ({ launch }) => {
    const parley = await launch({})
    await record(parley)
    const mute = parley.window.getByRole('button', {
      name: messages.meeting.live.mute,
      exact: true,
    })
    await mute.click()
    await expect(mute).toHaveAttribute('aria-pressed', 'true')
    await expect(parley.window.locator('[data-status="muted"]')).toBeVisible()
    await expect(parley.window.locator('[data-status="microphone"]')).toHaveCount(0)
    await mute.click()
    await expect(parley.window.locator('[data-status="microphone"]')).toBeVisible()
    await stop(parley)
  },
)
