import { exportMessages } from '../export-messages'

/** The live view, the review of a finished meeting, and the script that both show. */
export const meeting = {
  live: {
    elapsed: 'Time of the recording',
    microphone: 'Mic',
    microphoneLevel: 'Level of the microphone',
    microphoneSilent: 'Mic silent',
    microphoneLoud: 'Mic too loud',
    live: 'Live',
    delay: (seconds: string) => `Live ${seconds}`,
    behind: (seconds: string) => `${seconds} behind`,
    connecting: 'Connecting',
    catchingUp: 'Catching up',
    offline: 'Offline: the sound is safe',
    finishing: 'Finishing',
    saved: (ago: string) => `Saved ${ago}`,
    notSaved: (seconds: string) => `Not saved for ${seconds}`,
    /** The notices that the other facts of the line do not show, in a word each. */
    notices: {
      'disk-full': 'Disk full',
      'disk-low': 'Disk almost full',
      'audio-write-failed': 'Sound not saved',
      'library-write-failed': 'Text not saved',
      'no-words': 'No words',
      'recorder-restarting': 'Starting again',
      slept: 'Slept',
    },
    stop: 'Stop',
    waveLabel: 'Level of the sound over the last seconds',
    finishingText: 'Writing down the last words. The sound is saved.',
    listening: 'Listening. The first words appear here.',
    startingText: 'Opening the microphone.',
    jump: 'Jump to live',
    script: 'Live transcript',
  },

  review: {
    copy: 'Copy',
    copied: 'Copied',
    export: 'Export',
    exported: (path: string) => `Saved as ${path}`,
    audio: (length: string) => `Audio ${length}`,
    text: (percent: number) => `Text ${percent} %`,
    missingText: (length: string) => `${length} without words yet`,
    missingSound: (length: string) => `${length} not recorded`,
    interrupted: 'interrupted',
    player: 'Sound of the meeting',
    noSound: 'This meeting has no sound.',
    empty: 'No words in this meeting',
    emptyText: 'Nothing was said, or no words were understood. The sound is below.',
    emptyWithoutSound: 'Nothing was recorded.',
    script: 'Transcript',
    playFrom: (time: string) => `Play from ${time}`,
    formats: {
      txt: 'Plain text (.txt)',
      md: 'Markdown (.md)',
      srt: 'Subtitles (.srt)',
      vtt: 'Web captions (.vtt)',
      json: 'All data (.json)',
      wav: 'Sound (.wav)',
    },
  },

  /** As in the exported files. */
  speaker: exportMessages.speaker,
  source: exportMessages.sources,

  echo: {
    hidden: (count: number) =>
      count === 1 ? '1 turn of echo hidden' : `${count} turns of echo hidden`,
    shown: (count: number) => (count === 1 ? '1 turn of echo' : `${count} turns of echo`),
    show: 'Show',
    hide: 'Hide',
    /** Under the name of the source. */
    label: 'echo',
    explained: 'The microphone heard the loudspeaker say this.',
  },

  gap: {
    network: (length: string) => `${length} without network.`,
    engine: (length: string) => `${length} without the engine.`,
    filled: 'The audio is safe; the words were filled in afterwards.',
    open: 'The audio is safe; the words are missing.',
    'recorder-restart': (length: string) =>
      `The recorder was started again; ${length} were not recorded.`,
    device: (length: string) => `The device was away; ${length} were not recorded.`,
    'app-restart': (length: string) => `Parley was closed before the last ${length} had words.`,
    sleep: (length: string) => `The computer slept; ${length} were not recorded.`,
    'disk-full': (length: string) => `The disk was full; ${length} of sound could not be kept.`,
  },
} as const
