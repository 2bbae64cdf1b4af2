import { expect, it } from 'vitest'
import type { RecorderPortMessage } from '../../../common/ipc/ports'
import type { Gap, RecorderEvent } from '../../../common/model'
import { createReporter } from '../../../renderer/recorder/reporter'

const connection: RecorderEvent = {
  type: 'connection',
  source: 'microphone',
  state: 'live',
  error: null,
}
const gap: Gap = {
  id: 'gap',
  source: 'microphone',
  startMs: 0,
  endMs: 50,
  reason: 'device',
  sound: false,
  filled: false,
}

it('adds the id of the recording to gaps, and drops connections once it is muted', () => {
  const sent: RecorderPortMessage[] = []
  const reporter = createReporter('one', { send: (message) => sent.push(message) })
  reporter.report(connection)
  reporter.report({ type: 'gap', gap })
  reporter.muteConnections()
  reporter.report(connection)
  reporter.report({ type: 'stopped', recordingId: 'one' })
  expect(sent).toEqual([
    { event: connection },
    { event: { type: 'gap', gap, recordingId: 'one' } },
    { event: { type: 'stopped', recordingId: 'one' } },
  ])
})
