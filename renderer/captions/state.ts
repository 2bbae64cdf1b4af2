import type { ErrorCode } from '../../common/errors'
import { messages } from '../../common/text/window'
import type { RecordingStatus } from '../../common/model'
import { connectionFact, noticeFacts, type Fact } from '../shared/status-text'

const { captions } = messages
const { live } = messages.meeting

const silentCode: ErrorCode = 'microphone-silent'

/** The line above the captions, in a few words each. Empty while nothing is recorded. */
export function stateFacts(status: RecordingStatus): readonly Fact[] {
  switch (status.state) {
    case 'idle':
      return []
    case 'starting':
      return [{ text: captions.starting, tone: 'plain' }]
    case 'paused':
      return [{ text: live.paused, tone: 'warn' }]
    case 'finishing':
    case 'recording': {
      const connection = connectionFact(status)
      return [...(connection ? [connection] : []), ...sourceFacts(status), ...noticeFacts(status)]
    }
  }
}

/** The sources that give no audio. */
function sourceFacts({ state, sources, notices }: RecordingStatus): readonly Fact[] {
  if (state !== 'recording') return []
  if (sources.every((source) => source.state === 'off')) {
    return [{ text: live.noSources, tone: 'warn' }]
  }
  const isSilent = notices.some(({ code }) => code === silentCode)
  return sources.flatMap(({ source, state }): Fact[] => {
    const words = live.source[source]
    if (state === 'away') return [{ text: words.away, tone: 'warn' }]
    const silent = isSilent && source === 'microphone' && state === 'on'
    return silent ? [{ text: words.silent, tone: 'warn' }] : []
  })
}

/** The sentence shown while there are no words. */
export function emptySentence({ state }: RecordingStatus): string {
  switch (state) {
    case 'idle':
      return captions.idle
    case 'starting':
      return live.startingText
    case 'recording':
      return live.listening
    case 'paused':
      return live.pausedText
    case 'finishing':
      return live.finishingText
  }
}
