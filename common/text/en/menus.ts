import type { ChatProvider } from '../../model/chat'

/** The texts that main itself shows: menus, the tray and the dialogs of the system. */
export const mainMessages = {
  menu: {
    app: 'Parley',
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    recording: 'Recording',
    meeting: 'Meeting',
    help: 'Help',
    settingsPages: 'Settings pages',
    theme: 'Theme',
    record: 'New recording',
    stop: 'Stop recording',
    pause: 'Pause recording',
    resume: 'Resume recording',
    captions: 'Captions',
    clicksThrough: 'Click through captions',
    /** What every program has. */
    roles: {
      about: 'About Parley',
      hide: 'Hide Parley',
      hideOthers: 'Hide others',
      unhide: 'Show all',
      quit: 'Quit',
      close: 'Close window',
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      delete: 'Delete',
      selectAll: 'Select all',
      togglefullscreen: 'Full screen',
      toggleDevTools: 'Developer tools',
      minimize: 'Minimize',
      zoom: 'Zoom',
      front: 'Bring all to front',
    },
  },
  tray: {
    idle: 'Ready to record',
    starting: 'Starting',
    recording: 'Recording',
    withNotice: 'Recording, with a problem',
    offline: 'Recording, offline',
    waiting: 'Recording, waiting for sound',
    muted: 'Recording, muted',
    paused: 'Paused',
    finishing: 'Finishing',
    open: 'Open Parley',
    mark: 'Mark this moment',
    mute: 'Mute my side',
    recent: 'Recent meetings',
    tip: (state: string) => `Parley · ${state}`,
    quit: 'Quit',
  },
  /** In the dialog that saves a file. */
  fileTypes: {
    txt: 'Plain text',
    md: 'Markdown',
    docx: 'Word document',
    srt: 'SubRip subtitles',
    vtt: 'WebVTT captions',
    json: 'JSON',
    wav: 'WAV audio',
  },
  /** In the dialog that opens files to import. */
  import: { title: 'Import', media: 'Audio and video', all: 'All files' },
  importFolder: {
    message: (count: number) =>
      count === 1 ? 'Import the recording in this folder?' : `Import ${count} recordings?`,
    first: (count: number) => `There are more than ${count} recordings. Import the first ${count}?`,
    import: (count: number) => (count === 1 ? 'Import' : `Import ${count} files`),
    cancel: 'Cancel',
  },
  markdownFolder: 'Choose the folder for Markdown files',
  modelFolder: 'Choose the folder of a model',
  modelFiles: 'Choose the files of a model',
  modelMirror: {
    message: (host: string) => `Download models from ${host}?`,
    detail:
      'This address was entered in Settings. Every file is checked against its published fingerprint before it is used.',
    download: 'Download',
    cancel: 'Cancel',
  },
  calendar: { choose: 'Choose a calendar', files: 'Calendars' },
  /** The keychain of a system that gives it no name. */
  keyring: 'the system keyring',
  notification: { open: 'Open' },
  calls: {
    record: {
      title: (program: string) => `${program} is using the microphone`,
      body: 'Nothing is recorded unless you press Record. Ask the others first.',
      yes: 'Record',
      no: 'Not now',
      never: (program: string) => `Not for ${program}`,
    },
    stop: {
      title: (program: string) => `The call in ${program} has ended`,
      body: 'The recording continues. Stop it if the meeting is over.',
      yes: 'Stop recording',
      no: 'Keep recording',
      never: (program: string) => `Not for ${program}`,
    },
  },
  /** Whether a recording was forgotten. */
  forgotten: {
    silence: { title: 'Still recording?', body: 'Nobody has spoken for 15 minutes.' },
    'end-time': {
      title: 'Stop recording now?',
      body: 'It is the end time that you set for this recording.',
    },
    /** What happens without an answer. */
    then: {
      keep: 'Parley keeps recording unless you stop it.',
      stop: 'The recording stops in two minutes unless you keep it.',
    },
    keep: 'Keep recording',
    stop: 'Stop recording',
  },
  /** What a shortcut of the system did. */
  shortcut: {
    recording: 'Recording',
    stopped: 'Recording stopped',
    resumed: 'Recording resumed',
    marked: 'Moment marked',
    muted: 'Your side is muted',
    unmuted: 'Your side is recorded again',
  },
  stillRecording: {
    title: 'Parley is still recording',
    body: 'The window is closed, and the recording continues. Open the window from the tray, or start Parley again.',
  },
  quit: {
    message: 'A recording is running',
    detail: 'Quitting stops it first. The text and the audio are kept.',
    stopAndQuit: 'Stop and quit',
    keepRecording: 'Keep recording',
  },
  libraryRecovered:
    'The library was damaged and has been repaired. Everything readable is kept, and the damaged file is in the folder of copies.',
  libraryDamaged: {
    message: 'A part of the library is damaged.',
    detail: 'Everything readable is kept. Parley repairs the library when it starts.',
    restart: 'Restart and repair',
    later: 'Later',
  },
  /** Asked once for each model and host, before anything is sent there. */
  chat: {
    providers: {
      ollama: 'Ollama',
      'lm-studio': 'LM Studio',
      'llama-cpp': 'the llama.cpp server',
      assemblyai: 'the AssemblyAI LLM Gateway',
      other: 'this server',
    } satisfies Record<ChatProvider, string>,
    message: (provider: string) => `Send the text of meetings to ${provider}?`,
    detail: (origin: string) =>
      `It goes to ${origin}.\n\nWhat is sent: the words of the meeting that you summarise or ask about, with the names of the speakers, and your question. What is not sent: audio, notes, and other meetings, unless you ask about all meetings.\n\nNothing is sent unless you press a button. Parley asks this once for each address.`,
    send: 'Send',
    cancel: 'Cancel',
  },
  secondCopy: 'Parley is already running; its window is now in front.',
  badSwitch: 'A command-line switch cannot be used.',
} as const
