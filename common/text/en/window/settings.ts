import type { ServiceModelInfo } from '../../../model/models'
import { live } from './live'

/** The settings, apart from the Keys page. */
export const settings = {
  tabs: {
    keys: 'Keys',
    transcription: 'Transcription',
    models: 'Models',
    summaries: 'Summaries',
    audio: 'Audio',
    calendar: 'Calendar',
    calls: 'Calls',
    storage: 'Storage',
    appearance: 'Appearance',
    shortcuts: 'Shortcuts',
    desktop: 'Desktop',
    about: 'About',
  },
  label: 'Settings',

  transcription: {
    title: 'Transcription',
    intro:
      'Languages and terms apply at once, also while you record. Other changes apply to the next recording.',
    engine: 'Transcription engine',
    service: 'AssemblyAI',
    serviceText:
      'Audio is sent to AssemblyAI while you record, with your own key. Your account pays for the time that a recording is connected.',
    serviceNoKey: 'You need a key. Add one on the Keys page.',
    onDevice: 'This computer',
    onDeviceText:
      'Audio stays on this computer, and transcription is free. The model that comes with Parley knows English only. The Models page has others, and models that tell speakers apart.',

    model: 'Model',
    modelText: ({ languages, priceOf, centsAnHour, state }: ServiceModelInfo) =>
      [
        languages === 'english'
          ? 'English, fastest.'
          : `${languages === 'several' ? 'Several' : languages} languages.`,
        centsAnHour === null
          ? 'The price is not known to Parley.'
          : `List price in ${priceOf}: ${(centsAnHour / 100).toFixed(2)} US dollars per hour.`,
        ...(state === 'current' ? [] : ['AssemblyAI will retire this model.']),
      ].join(' '),
    modelAnswered: (label: string) => `AssemblyAI answers this name with ${label}.`,
    otherModel: 'Another model…',
    otherModelName: 'Name of the model',
    otherModelText: 'As AssemblyAI writes it. If it is refused, the default model is used.',
    otherModelBad: 'A name has up to 80 letters, digits, dots and hyphens.',
    languages: 'Languages',
    languagesHint: 'en, fr',
    languagesText: (names: string) => `Expected: ${names}.`,
    languagesAny:
      'Two-letter codes, separated by commas. Leave empty to detect the language automatically.',
    languagesPro: 'Only the Pro models accept a list of languages.',
    languagesBad: 'Enter up to ten two-letter codes, such as en or fr, separated by commas.',
    keyTerms: 'Names and terms to listen for',
    keyTermsText: 'One per line, up to 100 terms of up to 50 characters each.',
    keyTermsCount: (count: number) => (count === 1 ? '1 term' : `${count} terms`),
    keyTermsBad: 'Enter up to 100 terms of up to 50 characters each. Nothing was saved.',
    speakers: 'Tell speakers apart',
    speakersText: 'Speakers are labelled Speaker A, Speaker B and so on.',
    maxSpeakers: 'Speakers at most',
    maxSpeakersText: 'A hard limit: if more people speak, some of them are merged.',
    maxSpeakersAny: 'No limit',
    mode: 'Speed',
    modes: { balanced: 'Balanced', max_accuracy: 'Most accurate' },
    modeTexts: {
      balanced: 'A turn ends after 0.1 to 1.3 seconds of silence.',
      max_accuracy:
        'A turn ends after 0.5 to 2.6 seconds of silence, so final text comes about a second later. No effect while speakers are told apart.',
    },
    modePro: 'Only the Pro models have a choice of speed.',
    focusTitle: 'Voice focus',
    focus: { microphone: 'Voice focus, microphone', system: 'Voice focus, system audio' },
    focuses: { off: 'Off', 'near-field': 'Close voice', 'far-field': 'Voices in the room' },
    focusText: 'Removes noise around a voice. 0.10 US dollars more per hour and source.',
    focusPro: 'Only the Pro models have voice focus.',
    redact: 'Hide personal data',
    redactText:
      'Names, numbers and addresses are replaced before the text comes. There is no text while somebody speaks: live text and captions wait for the end of each turn. 0.12 US dollars more per hour and source.',
    profanity: 'Hide profanity',
    profanityService: 'Offensive words are replaced with asterisks.',
    profanityDevice:
      'The on-device engine sometimes transcribes an offensive word that nobody said. This hides such words.',

    localModel: 'Model on this computer',
    localModels: {
      base: 'Moonshine base',
      tiny: 'Moonshine tiny',
    },
    localModelText: {
      base: 'English · 63 MB · uses about half of one processor core',
      tiny: 'English · 28 MB · uses about a third of one core and makes more mistakes',
    },
    installed: 'Installed',
    notInstalled: 'Not installed',
    state: {
      stopped: 'Starts with the next recording.',
      loading: 'Loading the model.',
      ready: 'Ready.',
      failed: 'Stopped.',
    },
    load: (percent: string) => `Uses ${percent} of one core.`,
    delay: (time: string) => `Final words come ${time} after their sound.`,
    /** What the engine uses and why; the state follows. */
    uses: {
      chosen: (model: string) => `${model} on one thread, because you chose it.`,
      usual: (model: string) => `${model} on one thread, because no other model is chosen.`,
      tooSlow: (model: string, chosen: string) =>
        `${model} on one thread, because this computer is too slow for ${chosen}.`,
      inPlace: (model: string) =>
        `${model} on one thread, because the chosen model cannot be used.`,
    },
    moreModels: 'More models',
  },

  usage: {
    title: 'Cost this month',
    nothing: 'Nothing was sent to AssemblyAI this month.',
    priced: (time: string, dollars: string) => `${time}, about ${dollars} US dollars`,
    almostFree: (time: string) => `${time}, less than 0.01 US dollars`,
    unpriced: (time: string) => `${time}, price not known`,
    together: 'Together',
    about: (dollars: string) => `about ${dollars} US dollars`,
    estimate:
      'Seconds are those that AssemblyAI reports for each session. Dollars are an estimate from the prices below.',
    limit: 'Warn from this amount a month, in US dollars',
    noLimit: 'No limit',
    limitText: 'Parley warns before a recording and while it runs. It never stops a recording.',
    limitBad: 'Enter a whole number of dollars, from 1 to 100 000.',
    showPrices: 'Show prices',
    hidePrices: 'Hide prices',
    pricesText:
      'US dollars per hour of one session. Correct a price if your account pays another; leave it empty for the list price.',
    listPrice: (month: string) => `List price, ${month}`,
    noListPrice: 'No list price is known',
    ownPrice: 'Your price',
    priceBad: 'Enter an amount from 0 to 1000.',
  },

  audio: {
    title: 'Audio',
    intro: 'Changes apply immediately, even during a recording.',
    sources: 'Sources',
    microphone: 'Microphone',
    microphoneText: 'You, and anyone in the room with you.',
    system: 'System audio',
    systemText: 'What this computer plays: the other side of a call.',
    systemDefaultText:
      'What this computer plays on its default output: the other side of a call. Parley does not hear other outputs and cannot notice that something plays there, so choose the default output in the program of the call.',
    programs: 'What is recorded of the system audio',
    everything: 'Everything that plays',
    onlyProgram: (name: string) => `Only ${name}`,
    nothing: live.noSources,

    sessions: 'Sessions',
    perSource: 'One per source',
    perSourceText: 'Each side is transcribed separately, even when both speak at once.',
    one: 'One for all sources',
    oneText: 'Both sides are mixed. Each word is assigned to the louder side.',
    sessionsFrom: 'A change applies to the next recording.',
    /** `dollars` is such as 0.30. */
    costUnknown: 'The price of this model is not known to Parley.',
    cost: (dollars: string) => `About ${dollars} US dollars per hour with both sources.`,
    free: 'Free on this computer.',

    afterSleep: 'After the computer wakes up',
    goOn: 'Continue recording',
    goOnText: 'The time asleep is shown as a gap.',
    paused: 'Stay paused',
    pausedText: 'Nothing is recorded until you press Resume.',
    forgotten: 'A recording that seems forgotten',
    forgottenText:
      'After 15 minutes without speech, and at the end time that you set, Parley asks whether to stop. It waits two minutes for an answer.',
    forgottenKeep: 'Keep recording without an answer',
    forgottenKeepText: 'Parley asks again after the next 15 minutes without speech.',
    forgottenStop: 'Stop recording without an answer',
    forgottenStopText: 'The meeting is saved with everything until then.',
    systemDefault: 'System default',
    unnamed: 'Unnamed microphone',
    missing: 'Not connected',
    processing: 'Processing',
    echoCancellation: 'Echo cancellation',
    echoCancellationText: 'Removes what your loudspeakers play. Turn it off with headphones.',
    noiseSuppression: 'Noise suppression',
    noiseSuppressionText:
      'Reduces the noise of fans and keyboards. Turn it off if it removes quiet voices.',
    autoGainControl: 'Automatic level',
    autoGainControlText: 'Raises quiet voices and lowers loud ones.',
  },

  storage: {
    title: 'Storage',
    space: 'Disk space',
    audio: 'Meeting audio',
    text: 'Meeting text',
    models: 'On-device models',
    free: (size: string) => `${size} free on this disk.`,
    sound: 'Audio of finished meetings',
    sounds: {
      compress: 'Compress it',
      keep: 'Keep it as recorded',
      delete: 'Delete it after some time',
    },
    soundTexts: {
      compress:
        'About 11 MB per hour and source. It sounds as clear as before and can still be transcribed again.',
      keep: 'About 115 MB per hour and source.',
      delete: 'The text stays. Until then, the audio is compressed.',
    },
    deleteAfter: 'Delete audio after',
    days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
    deleteTitle: 'Delete the audio of old meetings?',
    deleteText: (after: string) =>
      `The audio of each meeting will be deleted ${after} after it ends. The audio of older meetings will be deleted now and cannot be restored. The text stays.`,
    deleteAction: 'Delete old audio',
    copies: 'Copies of the library',
    copiesText:
      'Parley copies all text once a day when something changed, and keeps seven copies. Audio is not part of a copy.',
    noCopies: 'There is no copy yet.',
    restore: 'Restore',
    restoreTitle: 'Restore this copy?',
    restoreText: (date: string) =>
      `Parley restarts with the text of ${date}. The text of now is kept in the folder of copies.`,
    markdown: 'Meetings as Markdown',
    markdownText:
      'Parley also writes each finished meeting to a Markdown file in your folder, and updates the file when the text changes. It never changes a file that you have edited.',
    choose: 'Choose a folder',
    chooseAnother: 'Choose another folder',
    stopWriting: 'Stop writing files',
  },

  appearance: {
    title: 'Appearance',
    language: 'Language',
    systemLanguage: 'System default',
    languageText: 'Another language applies from the next start of Parley.',
    restart: 'Restart now',
    theme: 'Theme',
    themes: { system: 'Same as system', light: 'Light', dark: 'Dark' },
    textSize: 'Text size',
    textSizeText: 'Also changes with Ctrl + and Ctrl -.',
    percent: (percent: number) => `${percent} %`,
    comfort: 'Comfort',
    contrast: 'More contrast',
    contrastText:
      'Stronger colours for text and borders, even if the system does not ask for them.',
    motion: 'Reduce motion',
    motionText: 'No animations, even if the system does not ask for that.',
    announcer: 'Screen reader',
    announcerText: 'How often a screen reader reads what was just said in a recording.',
    announcerRates: {
      'each-turn': 'After each turn',
      '10-s': 'Every 10 seconds',
      '30-s': 'Every 30 seconds',
      off: 'Never',
    },
  },

  calendar: {
    title: 'Calendar',
    intro:
      'A new recording gets its title and the names of its people from the appointment of this hour. Parley only reads the calendar, and sends nothing from it unless you choose so below.',
    file: 'Calendar file',
    fileText: 'An .ics file on this computer. Parley reads it again when it changes.',
    chooseFile: 'Choose a file…',
    address: 'Calendar address',
    addressHint: 'https://calendar.example.com/mine.ics',
    addressText:
      'Begins with https or webcal. Parley asks this host for the calendar every 30 minutes, and no other one. Such an address is often a secret: it is kept in the settings file, which only you can read.',
    useAddress: 'Use this address',
    read: (time: string) => `Read at ${time}`,
    reading: 'Reading…',
    /** `moment` is the time of day today, and the date of another day. */
    times: (moment: string, start: string, end: string) =>
      moment === start ? `${start} – ${end}` : `${moment}, ${start} – ${end}`,
    nothing: 'No appointment with a time in the next days.',
    refresh: 'Read it now',
    remove: 'Remove',
    meetings: 'What a meeting gets',
    meetingsText:
      'The title, and the people as suggestions when you name a speaker. Nobody is named without you. All-day events and cancelled ones are left out.',
    terms: 'Use the people of the appointment as terms',
    termsText: 'Their names are heard better, and are sent to the engine as key terms.',
    termsOnDevice: 'On this computer they cost nothing.',
    termsPrice: (centsAnHour: number) =>
      centsAnHour === 0
        ? 'This model takes key terms without a charge.'
        : `Key terms cost ${(centsAnHour / 100).toFixed(2)} US dollars more for each hour of a session.`,
  },

  calls: {
    title: 'Calls',
    notice: 'Calls of other programs',
    noticeSwitch: 'Offer to record calls',
    noticeText:
      'When a program uses the microphone for a call, Parley asks once. Nothing is recorded unless you say so.',
    noticeImpossible: 'This system does not tell Parley which program uses the microphone.',
    ignored: (program: string) => `Not for ${program}`,
    askAgain: (program: string) => `Ask about ${program} again`,
    askAgainShort: 'Ask again',

    consent: 'Remind me to ask for consent',
    reminder: 'Remind me to ask for consent',
    reminders: { off: 'Never', once: 'At the next recording', always: 'At every recording' },
    reminderTexts: {
      off: 'You can still note consent from the command palette.',
      once: 'The reminder then turns itself off.',
      always: 'A line above the recording asks whether the others agreed.',
    },
    consentText: 'Text to paste into a call',
    consentTextHint:
      'Copying it during a recording notes in the meeting that you asked in writing.',
    consentDefault:
      'I would like to record this meeting and have it written down, so that I can look things up afterwards. Is everybody all right with that?',
    copy: 'Copy the text',
    copied: 'Copied',
    restoreText: 'Restore the text of Parley',
    reminderLine: {
      label: 'Consent',
      text: 'Does everybody agree to the recording? The meeting notes when and how you asked.',
      spoken: 'Asked aloud, they agree',
      written: 'Copy the text for the call',
      later: 'Not now',
    },
    /** Under the title of a meeting; `time` is a time of day. */
    noted: {
      spoken: (time: string) => `Consent asked aloud ${time}`,
      written: (time: string) => `Consent asked in writing ${time}`,
    },

    privacy: 'When you share your screen',
    privacyText: 'What is hidden here stays on your screen, and others see an empty place.',
    privacyImpossible: 'This system cannot hide a window from screen sharing.',
    hide: { window: 'Hide the window', captions: 'Hide the captions' },
    hidden: {
      window: 'Window hidden from sharing',
      captions: 'Captions hidden from sharing',
      both: 'Hidden from screen sharing',
    },
  },

  shortcuts: {
    title: 'Shortcuts',
    intro: 'Keys that work while another program is in front, and the command line.',
    everywhere: 'Everywhere',
    /** Independent of what they would do now. */
    actions: {
      'record-or-stop': 'Start or stop recording',
      'pause-or-resume': 'Pause or resume',
      mark: 'Mark this moment',
      captions: 'Show or hide captions',
      mute: 'Mute or unmute my side',
    },
    states: {
      off: 'Not in use yet.',
      on: 'Ready. Press it to try it.',
      taken: 'Another program has these keys. Choose others.',
      refused: 'This system does not accept these keys. Choose others.',
      asked: 'Your desktop was asked for these keys. Press them to see whether it agreed.',
    },
    works: 'It works.',
    none: 'No keys',
    change: (name: string, keys: string) => `${name}, ${keys}: change`,
    changeShort: 'Change',
    press: 'Press the new keys',
    remove: (name: string) => `${name}: remove the keys`,
    removeShort: 'Remove',
    defaults: 'Restore the usual keys',
    inWindow: 'In the window',
    inWindowText: 'Every action of the window is in the command palette, with its key.',
    showAll: 'Show all keys',
    commandLine: 'Command line',
    commandLineText:
      'A desktop or a script can run these commands. Each answers with one line of JSON.',
    commands: [
      { command: 'parley --toggle-recording', does: 'Starts or stops a recording.' },
      { command: 'parley --pause', does: 'Pauses or resumes.' },
      { command: 'parley --mark', does: 'Marks this moment.' },
      { command: 'parley --captions', does: 'Shows or hides the captions.' },
      { command: 'parley --status', does: 'Says what Parley does now.' },
    ],
  },

  desktop: {
    title: 'Desktop',
    background: 'In the background',
    startAtLogin: 'Start when I sign in',
    startAtLoginText: 'Parley starts in the tray, without its window.',
    keepRunning: 'Keep running when the window is closed',
    keepRunningText:
      'Parley stays in the tray, so that its shortcuts work and calls are noticed. On a desktop without a tray the window is minimized instead.',
  },

  about: {
    title: 'About',
    product: 'Parley records meetings and transcribes them live.',
    version: 'Version',
    electron: 'Electron',
    chromium: 'Chromium',
    platform: 'System',
    updates: 'Updates',
    lookForUpdates: 'Check for updates automatically',
    lookForUpdatesText:
      'Asks the update address when Parley starts and once a day. Nothing is downloaded during a recording.',
    lookNow: 'Check now',
    stage: {
      unsupported: 'Updates are off in this copy. Look for new versions where you got it.',
      off: 'Automatic checks are turned off.',
      unknown: 'Not checked yet.',
      newest: (ago: string) => `Parley is up to date. Checked ${ago}.`,
      checking: 'Checking for updates.',
      waiting: (version: string) => `Parley ${version} will be downloaded after the recording.`,
      downloading: (version: string) => `Downloading Parley ${version}.`,
      found: (version: string) => `Parley ${version} is available.`,
      ready: (version: string) =>
        `Parley ${version} is ready. It will be installed when you restart.`,
    },
    licences: 'Licences',
    licencesText:
      'Parley is built with Electron, Chromium, React, Base UI, Inter, SQLite, sherpa-onnx, ONNX Runtime, Moonshine, Silero VAD and many other components.',
    showLicences: 'Show all licences',
    licence: (name: string, version: string, licence: string) => `${name} ${version} · ${licence}`,
  },
} as const
