import type { GapReason, Source } from './model'

/** The words that people read in exported files, and in the titles that Parley gives. */
export const exportMessages = {
  /** `time` is such as 10:02. */
  meetingTitle: (time: string) => `Meeting, ${time}`,
  untitled: 'Meeting',
  product: 'Parley',
  sources: { microphone: 'Me', system: 'Others', file: 'Speaker' } satisfies Record<Source, string>,
  speaker: (label: string) => `Speaker ${label}`,
  gapReasons: {
    network: 'no connection',
    'recorder-restart': 'the recorder started again',
    device: 'no sound from the device',
    engine: 'the engine did not answer',
    'app-restart': 'Parley was closed before the words came',
    sleep: 'the computer slept',
    'disk-full': 'the disk was full',
    import: 'not written down yet',
  } satisfies Record<GapReason, string>,
  gap: (from: string, to: string, reason: string, filled: boolean) =>
    `${filled ? 'Filled in afterwards' : 'No text'}, ${from} to ${to}: ${reason}`,
  gapLength: (length: string, reason: string, filled: boolean) =>
    `${filled ? 'Filled in afterwards' : 'No text'}, for ${length}: ${reason}`,
  notFinal: 'not final',
  marked: 'marked',
  markedAt: (time: string) => `marked at ${time}`,
  notes: 'Notes',
  transcript: 'Transcript',
  tags: (tags: string) => `Tags: ${tags}`,
  interrupted: 'The recording was interrupted.',
  noText: 'No words were recognised.',
} as const
