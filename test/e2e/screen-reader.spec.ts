import { messages } from '../../common/text/window'
import { expect, test } from './fixtures'
import { chooseService, microphoneFile, recordingId, stop, waitForWord } from './recording'
import {
  hasScreenReader,
  heardApp,
  startAccessibilityBus,
  startScreenReader,
} from './screen-reader'

test(
  'a screen reader says what has the focus, and what was said in the meeting',
  { tag: '@long' },
  async ({ launch, folder, manager }) => {
    test.skip(!hasScreenReader, 'Orca is not installed')
    expect(manager).toBeDefined()
    test.setTimeout(120_000)
    const { path: microphone } = microphoneFile(folder, { words: 60, pauseEvery: 5 })
    const endBus = await startAccessibilityBus()
    const parley = await launch({ microphone, ...heardApp })
    const { window } = parley
    await chooseService(parley)
    const reader = startScreenReader(folder)
    try {
      const expectSaid = (line: RegExp) =>
        expect
          .poll(() => reader.said().join('\n'), { message: String(line), timeout: 20_000 })
          .toMatch(line)
      await expectSaid(/Parley frame/)
      await window.getByRole('combobox').first().focus()
      await window.keyboard.press('Tab')
      await expectSaid(/New recording push button/)
      await window.keyboard.press('Enter')
      const id = await recordingId(parley)
      await waitForWord(parley, id, { number: 12, withinMs: 30_000 })
      await expectSaid(/Me: W\d{3} w\d{3}/)
      await window.getByRole('button', { name: messages.meeting.notes.mark }).press('Enter')
      await expectSaid(new RegExp(`^${messages.meeting.notes.marked}$`, 'm'))
      await window.getByRole('button', { name: messages.meeting.live.pause }).press('Enter')
      await expectSaid(new RegExp(messages.meeting.live.pausedText))
      await stop(parley)
      await expectSaid(/Transcribing the last words/)
    } finally {
      reader.end()
      endBus()
    }
  },
)
