import type { ErrorCode } from '../../preload/errors'
import { messages } from '../../preload/messages'
import type { RecordingStatus } from '../../preload/model'
import { connectionFact, noticeFacts, type Fact } from '../shared/facts'

const { captions, meeting, settings } = messages
const silentCode: ErrorCode = 'microphone-silent'

/** What goes on, in a few words each, for the line above the captions; nothing while idle. */
export function stateFacts(status: RecordingStatus): readonly Fact[] {
  switch (status.state) {
    case 'idle':
      return []
    case 'starting':
      return [{ text: captions.starting, tone: 'plain' }]
    case 'paused':
      return [{ text: meeting.live.paused, tone: 'warn' }]
    case 'finishing':
    case 'recording': {
      const connection = connectionFact(status)
      return [...(connection ? [connection] : []), ...sourceFacts(status), ...noticeFacts(status)]
    }
  }
}

/** That nothing can be heard of a source, or of any. */
function sourceFacts({ state, sources, notices }: RecordingStatus): readonly Fact[] {
  if (state !== 'recording') return []
  if (sources.every((source) => source.state === 'off')) {
    return [{ text: settings.audio.nothing, tone: 'warn' }]
  }
  const isSilent = notices.some(({ code }) => code === silentCode)
  return sources.flatMap(({ source, state }): Fact[] => {
    const words = meeting.live.source[source]
    if (state === 'away') return [{ text: words.away, tone: 'warn' }]
    const silent = isSilent && source === 'microphone' && state === 'on'
    return silent ? [{ text: words.silent, tone: 'warn' }] : []
  })
}

/** What stands in the place of the words where there are none. */
export function emptySentence({ state }: RecordingStatus): string {
  switch (state) {
    case 'idle':
      return captions.idle
    case 'starting':
      return meeting.live.startingText
    case 'recording':
      return meeting.live.listening
    case 'paused':
      return meeting.live.pausedText
    case 'finishing':
      return meeting.live.finishingText
  }
}
