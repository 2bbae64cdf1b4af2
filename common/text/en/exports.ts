interface GapText {
  /** Times such as 10:02. */
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly filled: boolean
}

/** The words that people read in exported files and in automatic titles. */
export const exportMessages = {
  /** `time` is a text such as 10:02. */
  meetingTitle: (time: string) => `Meeting, ${time}`,
  untitled: 'Meeting',
  /** The title of a meeting of which only the audio or a part of the text remains. */
  recovered: 'Recovered meeting',
  product: 'Parley',
  sources: {
    microphone: 'Me',
    system: 'Others',
    file: 'Speaker',
    'file-2': 'Speaker 2',
    'file-3': 'Speaker 3',
    'file-4': 'Speaker 4',
    'file-5': 'Speaker 5',
    'file-6': 'Speaker 6',
    'file-7': 'Speaker 7',
    'file-8': 'Speaker 8',
  },
  speaker: (label: string) => `Speaker ${label}`,
  gapReasons: {
    network: 'no connection',
    'recorder-restart': 'the recorder restarted',
    device: 'no sound from the device',
    engine: 'the engine did not answer',
    'app-restart': 'Parley ended before these words were transcribed',
    sleep: 'the computer was asleep',
    'disk-full': 'the disk was full',
    import: 'not transcribed yet',
  },
  gap: ({ from, to, reason, filled }: GapText) =>
    `${filled ? 'Filled in afterwards' : 'No text'}, ${from} to ${to}: ${reason}`,
  gapLength: (length: string, reason: string, filled: boolean) =>
    `${filled ? 'Filled in afterwards' : 'No text'}, for ${length}: ${reason}`,
  notFinal: 'not final',
  marked: 'marked',
  markedAt: (time: string) => `marked at ${time}`,
  notes: 'Notes',
  transcript: 'Transcript',
  minutes: {
    byWhen: (what: string, when: string) => `${what}, ${when}`,
    source: (model: string, date: string) => `Written by ${model} from the transcript, ${date}`,
    done: 'Done:',
  },
  tags: (tags: string) => `Tags: ${tags}`,
  interrupted: 'The recording was interrupted.',
  /** That the people in the meeting agreed; `at` is a date with a time. */
  consent: {
    spoken: (at: string) => `Consent asked aloud, noted ${at}`,
    written: (at: string) => `Consent asked in writing, noted ${at}`,
  },
  /** In the place of what a person hides. */
  hidden: {
    card: '[card number]',
    iban: '[account number]',
    phone: '[phone number]',
    number: '[number]',
    email: '[e-mail address]',
    address: '[address]',
    name: '[name]',
    hand: '[hidden]',
  },
  /** In the place of the name of a speaker. */
  hiddenSpeaker: (number: number) => `Person ${number}`,
  noText: 'No words were recognised.',
} as const
