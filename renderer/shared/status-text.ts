import type { ErrorCode } from '../../common/errors'
import { appLanguage } from '../../common/text'
import { messages } from '../../common/text/window'
import type { RecordingStatus } from '../../common/model'

const text = messages.meeting.live
const delayFormat = new Intl.NumberFormat(appLanguage.tag, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

export interface Fact {
  readonly text: string
  readonly tone: 'plain' | 'warn'
}

/** From this delay on, a person should know that the words are late. */
const behindMs = 4000

/** The connection in words, with the live delay; null if there is nothing to say yet. */
export function connectionFact(status: RecordingStatus): Fact | null {
  if (status.state === 'finishing') return { text: text.finishing, tone: 'plain' }
  if (status.state === 'paused') return null
  switch (status.connection) {
    case null:
      return null
    case 'connecting':
      return { text: text.connecting, tone: 'warn' }
    case 'waiting':
      return { text: text.waiting, tone: 'plain' }
    case 'catching-up':
      return { text: text.catchingUp, tone: 'warn' }
    case 'offline':
      return { text: text.offline, tone: 'warn' }
    case 'live':
      if (status.delayMs === null) return { text: text.live, tone: 'plain' }
      return status.delayMs >= behindMs
        ? { text: text.behind(delay(status.delayMs)), tone: 'warn' }
        : { text: text.delay(delay(status.delayMs)), tone: 'plain' }
  }
}

/** The live delay with one decimal, because it changes all the time. */
function delay(ms: number): string {
  return messages.shell.time.seconds(delayFormat.format(ms / 1000))
}

const noticeChips: Partial<Record<ErrorCode, string>> = text.notices

/** A word for each notice that nothing else on the line shows. */
export function noticeFacts(status: RecordingStatus): readonly Fact[] {
  return status.notices.flatMap(({ code }) => {
    const text = noticeChips[code]
    return text === undefined ? [] : [{ text, tone: 'warn' as const }]
  })
}
