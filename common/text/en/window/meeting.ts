import { exportMessages } from '../exports'
import { live } from './live'

/** The live view, the review of a finished meeting, and the transcript that both show. */
export const meeting = {
  live,

  brief: {
    title: 'Subject and terms',
    add: 'Add subject and terms',
    terms: (count: number) => (count === 1 ? '1 term' : `${count} terms`),
    subject: 'Subject, in one line',
    subjectHint: 'Budget review: who takes part, and what it is about',
    subjectText: 'Title, people, topic. The Pro models hear names and words of the subject better.',
    termsLabel: 'Names and terms of this meeting',
    speakers: 'Speakers at most',
    speakersText:
      'From 1 to 10, from the next connection on. A hard limit: if more people speak, some of them are merged.',
    speakersBad: 'Enter a number from 1 to 10, or nothing.',
    save: 'Save',
    cancel: 'Cancel',
  },

  /** The countdown of the question whether a recording was forgotten, and its end time. */
  forgotten: {
    left: {
      keep: (left: string) => `Without an answer, recording goes on after ${left}.`,
      stop: (left: string) => `Without an answer, recording stops in ${left}.`,
    },
    endTime: 'End time',
    endTimeText: 'Parley asks then whether to stop.',
    set: 'Set',
    remove: 'Remove',
    asksAt: (time: string) => `Until ${time}`,
    asksAtText: (time: string) => `Parley asks at ${time} whether to stop`,
  },

  names: {
    label: 'Name of a speaker',
    says: (speaker: string, name: string, time: string) =>
      `${speaker} says at ${time} that they are ${name}.`,
    accept: (name: string) => `Name them ${name}`,
    show: 'Show',
    dismiss: 'Not now',
  },

  language: {
    doubtful: (language: string) => `${language}?`,
    explained: 'AssemblyAI is not sure of this language',
  },

  review: {
    copy: 'Copy',
    copied: 'Copied',
    export: 'Export',
    exported: (path: string) => `Saved as ${path}`,
    audio: (length: string) => `Audio ${length}`,
    text: (percent: number) => `Text ${percent} %`,
    missingText: (length: string) => `${length} not transcribed yet`,
    missingSound: (length: string) => `${length} not recorded`,
    interrupted: 'interrupted',
    play: 'Play',
    pause: 'Pause',
    backShort: '−5 s',
    forwardShort: '+5 s',
    back: 'Back 5 seconds',
    forward: 'Forward 5 seconds',
    speed: 'Speed',
    rate: (rate: number) => `${rate}×`,
    timeLine: 'Timeline',
    at: (time: string, length: string) => `${time} / ${length}`,
    /** The same for a screen reader. */
    atOf: (time: string, length: string) => `${time} of ${length}`,
    speaking: (time: string, speaker: string) => `${time}, ${speaker}`,
    soundFailed: 'The audio of this meeting cannot be played. Its text is safe.',
    follow: 'Back to the current word',
    doubtful: 'Parley is not sure of this word',
    unsure: (count: number, written: string) =>
      count === 1 ? '1 unsure word' : `${written} unsure words`,
    unsureNext: 'Go to the next word that Parley is not sure of',
    noSound: 'This meeting has no audio.',
    soundDeleted: 'The audio of this meeting was deleted, as chosen in the settings.',
    empty: 'No words in this meeting',
    emptyText: 'Nobody spoke, or no words were recognised. You can play the audio below.',
    emptyWithoutSound: 'Nothing was recorded.',
    transcript: 'Transcript',
    playFrom: (time: string) => `Play from ${time}`,
  },

  retranscribe: {
    button: 'Re-transcribe',
    wholeTitle: 'Transcribe this meeting again?',
    markedTitle: 'Transcribe these turns again?',
    by: {
      service:
        'The audio is sent to AssemblyAI and transcribed there. Your account pays for its length.',
      'on-device': 'The audio is transcribed on this computer. Nothing leaves it.',
    },
    stays:
      'You see what differs from the text of today and accept it turn by turn, or all of it. Nothing changes before. Speakers and their names stay.',
    start: 'Transcribe again',
    progress: (share: string) => `Transcribing again, ${share}`,
    differ: (count: number) =>
      count === 1 ? '1 turn differs in the new text.' : `${count} turns differ in the new text.`,
    compare: 'Compare',
    compareTitle: 'Text of today and new text',
    closeComparison: 'Back to the transcript',
    today: 'Text of today',
    fresh: 'New text',
    noWords: 'No words',
    byHand: 'corrected by you',
    accept: 'Accept',
    keepTurn: 'Keep',
    acceptAll: 'Accept all',
    keepAll: 'Keep the text of today',
    fewerTitle: 'The new text has fewer words',
    fewer: (before: string, after: string) =>
      `The current text has ${before} words, and with the new one it has ${after}. Nothing has changed yet.`,
    correctedTitle: 'Some turns were corrected by you',
    corrected: (count: number) =>
      count === 1
        ? '1 turn was corrected by hand. It stays as it is unless you replace it, too.'
        : `${count} turns were corrected by hand. They stay as they are unless you replace them, too.`,
    keepCorrections: 'Accept all, keep my corrections',
    replaceCorrections: 'Replace my corrections, too',
    done: 'The text was transcribed again.',
    same: 'The new text is the same as the text of today.',
  },

  exporting: {
    title: 'Export this meeting',
    format: 'Format',
    formats: {
      txt: 'Plain text',
      md: 'Markdown',
      docx: 'Word',
      srt: 'Subtitles',
      vtt: 'Web captions',
      json: 'All data',
      wav: 'Audio',
    },
    times: 'Times',
    speakers: 'Speakers',
    sound: 'Sources',
    sounds: {
      mix: 'Both sources mixed',
      microphone: exportMessages.sources.microphone,
      system: exportMessages.sources.system,
    },
    soundText: 'The audio as it was recorded.',
    save: 'Save as…',
  },

  edit: {
    label: 'Text of this turn',
    menu: 'Actions for this turn',
    words: 'Edit the text',
    split: (word: string) => `Split before "${word}"`,
    splitNowhere: 'Split before a word',
    join: 'Join with the next turn',
    rename: 'Name the speaker',
    people: 'People of the appointment',
    assign: 'Change the speaker',
    merge: 'Merge with another speaker',
    copyLink: 'Copy a link to this turn',
    unmark: (time: string) => `Remove the mark at ${time}`,
    corrected: 'corrected',
    showOriginal: 'Show the original text',
    hideOriginal: 'Hide the original text',
    original: (text: string) => `Original: ${text}`,
    undo: {
      text: 'Undo the edit',
      split: 'Undo the split',
      join: 'Undo the join',
      rename: 'Undo the name',
      merge: 'Undo the merge',
      assign: 'Undo the speaker',
      again: 'Undo the re-transcription',
      date: 'Undo the date',
      title: 'Undo the title',
      tags: 'Undo the tags',
    },
    redo: {
      text: 'Redo the edit',
      split: 'Redo the split',
      join: 'Redo the join',
      rename: 'Redo the name',
      merge: 'Redo the merge',
      assign: 'Redo the speaker',
      again: 'Redo the re-transcription',
      date: 'Redo the date',
      title: 'Redo the title',
      tags: 'Redo the tags',
    },
    retranscribe: 'Re-transcribe this turn',
    undoNothing: 'Undo',
    redoNothing: 'Redo',
    titles: {
      rename: (speaker: string) => `Who is ${speaker}?`,
      assign: (speaker: string) => `Who said this instead of ${speaker}?`,
      merge: (speaker: string) => `Which speaker is the same person as ${speaker}?`,
    },
    actions: { rename: 'Name', assign: 'Assign', merge: 'Merge' },
    name: 'Name',
    somebodyNew: 'Someone new',
    nobodyElse: 'There is no other speaker in this meeting.',
  },

  notes: {
    title: 'Notes',
    show: 'Notes',
    label: 'Notes in Markdown',
    placeholder: 'Write in Markdown. Each line remembers its time.',
    goTo: (time: string) => `Go to ${time}`,
    saved: 'Saved',
    mark: 'Mark',
    marked: 'Marked',
  },

  find: {
    label: 'Find in this meeting',
    count: (number: string, count: string) => `${number} of ${count}`,
    none: 'No matches',
    next: 'Next (Enter)',
    previous: 'Previous (Shift+Enter)',
    close: 'Close (Escape)',
  },

  keys: {
    title: 'Keyboard shortcuts',
  },

  echo: {
    hidden: (count: number) => (count === 1 ? '1 echo hidden' : `${count} echoes hidden`),
    shown: (count: number) => (count === 1 ? '1 echo' : `${count} echoes`),
    show: 'Show',
    hide: 'Hide',
    /** Under the name of the speaker. */
    label: 'echo',
    explained: 'The microphone picked this up from the loudspeaker.',
    ownVoice: 'Your own voice came back from the other side.',
  },

  gap: {
    network: (length: string) => `${length} without network.`,
    engine: (length: string) => `${length} without the engine.`,
    filled: 'The audio is safe; the words were filled in afterwards.',
    open: 'The audio is safe; the words are missing.',
    'recorder-restart': (length: string) => `The recorder restarted; ${length} were not recorded.`,
    device: (length: string) => `The device was disconnected; ${length} were not recorded.`,
    'app-restart': (length: string) => `Parley ended before the last ${length} were transcribed.`,
    sleep: (length: string) => `The computer was asleep; ${length} were not recorded.`,
    'disk-full': (length: string) => `The disk was full; ${length} of audio were not saved.`,
    import: () => 'This file is being transcribed.',
  },
} as const
