/** The settings, apart from the Keys page. */
export const settings = {
  tabs: {
    keys: 'Keys',
    transcription: 'Transcription',
    audio: 'Audio',
    storage: 'Storage',
    appearance: 'Appearance',
    about: 'About',
  },
  label: 'Settings',

  transcription: {
    title: 'Transcription',
    intro: 'Changes apply from the next recording.',
    engine: 'Who writes the words',
    service: 'AssemblyAI',
    serviceText:
      'The sound goes to AssemblyAI while you record, with your own key. Your account pays for the time that a recording is connected.',
    serviceNoKey: 'Needs a key; add one on the Keys page.',
    onDevice: 'This computer',
    onDeviceText:
      'The sound stays on this computer and costs nothing. English only, and speakers are not told apart.',

    model: 'Model',
    models: {
      'universal-streaming-english': 'Universal-Streaming, English',
      'universal-streaming-multilingual': 'Universal-Streaming, multilingual',
      'universal-3-5-pro': 'Universal-3.5 Pro',
      'universal-3-6-pro': 'Universal-3.6 Pro',
    },
    modelText: {
      'universal-streaming-english':
        'English, fastest. List price in October 2026: 0.15 US dollars an hour.',
      'universal-streaming-multilingual':
        'Several languages. List price in October 2026: 0.15 US dollars an hour.',
      'universal-3-5-pro':
        'Many languages, most exact. List price in October 2026: 0.45 US dollars an hour.',
      'universal-3-6-pro':
        '32 languages, most exact. List price in October 2026: 0.45 US dollars an hour.',
    },
    languages: 'Languages',
    languagesHint: 'en, fr',
    languagesText: (names: string) => `Expected: ${names}.`,
    languagesAny: 'Two-letter codes with commas between. Empty lets the service find the language.',
    languagesPro: 'Only the Pro models take a list of languages.',
    languagesBad: 'Use at most ten two-letter codes, such as en or fr, with commas between.',
    keyTerms: 'Names and terms to listen for',
    keyTermsText: 'One on each line; at most 100, of at most 50 characters.',
    keyTermsCount: (count: number) => (count === 1 ? '1 term' : `${count} terms`),
    keyTermsBad: 'At most 100 terms of at most 50 characters. Nothing was saved.',
    speakers: 'Tell speakers apart',
    speakersText: 'Words are labelled Speaker A, Speaker B and so on.',
    profanity: 'Hide profanity',
    profanityService: 'Offensive words are written as stars.',
    profanityDevice:
      'The on-device engine sometimes hears an offensive word that nobody said; this hides them.',

    localModel: 'Model on this computer',
    localModels: {
      base: 'Moonshine base',
      tiny: 'Moonshine tiny',
    },
    localModelText: {
      base: 'English · 63 MB · takes about half of one processor core',
      tiny: 'English · 28 MB · takes about a third of one core, with more mistakes',
    },
    installed: 'Installed',
    notInstalled: 'Not installed',
    state: {
      stopped: 'Starts with the next recording.',
      loading: 'Loading the model.',
      ready: 'Ready.',
      failed: 'Stopped.',
    },
    load: (percent: string) => `Takes ${percent} of one core.`,
  },

  audio: {
    title: 'Audio',
    intro: 'Changes apply at once, also to a recording that is on.',
    sources: 'What is recorded',
    microphone: 'Microphone',
    microphoneText: 'You, and whoever is in the room with you.',
    system: 'System audio',
    systemText: 'What this computer plays: the other side of a call.',
    nothing: 'Nothing is switched on to be recorded.',

    sessions: 'Sessions',
    perSource: 'One for each source',
    perSourceText: 'Each side is heard by itself, also while both speak.',
    one: 'One for all sources',
    oneText: 'Both sides are mixed; each word goes to the side that was louder.',
    sessionsFrom: 'A change applies from the next recording.',
    /** `dollars` is such as 0.30. */
    cost: (dollars: string) => `About ${dollars} US dollars an hour with both sources.`,
    free: 'Costs nothing on this computer.',

    afterSleep: 'After the computer slept',
    goOn: 'Go on recording',
    goOnText: 'The time asleep is shown as a gap.',
    paused: 'Stay paused',
    pausedText: 'Nothing is recorded until you press Resume.',
    systemDefault: 'System default',
    unnamed: 'Microphone without a name',
    missing: 'Not connected now',
    processing: 'Processing',
    echoCancellation: 'Echo cancellation',
    echoCancellationText: 'Takes out what your loudspeakers play. Turn off with headphones.',
    noiseSuppression: 'Noise suppression',
    noiseSuppressionText: 'Dampens fans and keyboards. Turn off if soft voices are swallowed.',
    autoGainControl: 'Automatic level',
    autoGainControlText: 'Raises quiet voices and lowers loud ones.',
  },

  storage: {
    title: 'Storage',
    space: 'Space',
    audio: 'Sound of meetings',
    text: 'Text of meetings',
    models: 'Models of the engine on this computer',
    free: (size: string) => `${size} are free on this disk.`,
    sound: 'Sound of finished meetings',
    sounds: {
      compress: 'Compress it',
      keep: 'Keep it as it was recorded',
      delete: 'Delete it after some time',
    },
    soundTexts: {
      compress:
        'About 11 MB an hour for each source. Words are as clear as before, and can be written down again.',
      keep: 'About 115 MB an hour for each source.',
      delete: 'The text stays. Until then the sound is compressed.',
    },
    deleteAfter: 'Delete sound after',
    days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
    deleteTitle: 'Delete the sound of old meetings?',
    deleteText: (after: string) =>
      `The sound of each meeting is deleted ${after} after its end, and that of older ones now. It cannot be brought back; the text stays.`,
    deleteAction: 'Delete old sound',
    markdown: 'Meetings as Markdown',
    markdownText:
      'Each finished meeting is also written as a Markdown file into a folder of yours, and again when its text changes. A file that you have edited is left alone.',
    choose: 'Choose a folder',
    chooseAnother: 'Choose another folder',
    stopWriting: 'Stop writing',
  },

  appearance: {
    title: 'Appearance',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  },

  about: {
    title: 'About',
    product: 'Parley records meetings and writes down live what is said.',
    version: 'Version',
    electron: 'Electron',
    chromium: 'Chromium',
    platform: 'System',
    updates: 'Updates',
    lookForUpdates: 'Look for updates',
    lookForUpdatesText:
      'Asks updates.parley.app at the start and once a day. Nothing is fetched while you record.',
    lookNow: 'Look now',
    stage: {
      unsupported: 'This copy cannot replace itself. New versions are on parley.app.',
      off: 'New versions are not looked for.',
      unknown: 'Not looked for yet.',
      newest: (ago: string) => `This is the newest version. Checked ${ago}.`,
      checking: 'Looking for a new version.',
      waiting: (version: string) => `Parley ${version} is fetched after the recording.`,
      downloading: (version: string) => `Parley ${version} is being fetched.`,
      found: (version: string) => `There is Parley ${version}.`,
      ready: (version: string) => `Parley ${version} is ready. It is used from the next restart.`,
    },
    licences: 'Licences',
    licencesText:
      'Parley is built on Electron, Chromium, React, Base UI, Inter, SQLite, sherpa-onnx, ONNX Runtime, Moonshine and Silero VAD, and on much more.',
    showLicences: 'Show all licences',
    licence: (name: string, version: string, licence: string) => `${name} ${version} · ${licence}`,
  },
} as const
