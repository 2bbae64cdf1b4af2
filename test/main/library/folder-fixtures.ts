import type { NewMeeting } from '../../../main/library/meetings'
import type { Turn } from '../../../common/model'

export const meetingOf = (over: Partial<NewMeeting> = {}): NewMeeting => ({
  id: 'meeting-1',
  title: 'Meeting, 10:02',
  startedAt: Date.UTC(2026, 10, 25, 10, 2),
  engine: 'on-device',
  model: 'base',
  ...over,
})

export const turnOf = (over: Partial<Turn> = {}): Turn => ({
  source: 'microphone',
  sessionId: 'session-1',
  turnOrder: 0,
  startMs: 1_000,
  endMs: 2_000,
  text: 'hello there',
  words: [
    { text: 'hello', startMs: 1_000, endMs: 1_400, confidence: 0.9, isFinal: true, speaker: null },
    { text: 'there', startMs: 1_500, endMs: 2_000, confidence: null, isFinal: true, speaker: null },
  ],
  isFinal: true,
  speaker: null,
  language: 'en',
  timing: 'measured',
  firstSeenMs: 1_600,
  filledIn: false,
  echo: false,
  finalMs: 2_400,
  ...over,
})
