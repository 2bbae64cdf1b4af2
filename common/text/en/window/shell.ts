/** The frame of the window: side bar, banners, first start. */
export const shell = {
  newRecording: 'New recording',
  recording: (time: string) => `Recording ${time}`,
  paused: (time: string) => `Paused ${time}`,
  starting: 'Starting',
  finishing: 'Finishing',
  showRecording: 'Show the current recording',
  sideBar: 'Side bar',
  meetings: 'Meetings',
  settings: 'Settings',
  close: 'Close',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  paneFailed: 'This part of the window stopped working. Recordings continue and nothing is lost.',
  loading: 'Opening the meeting',

  recovered: {
    label: 'Unfinished meeting',
    day: (day: string) => `${day}'s meeting`,
    date: (date: string) => `The meeting of ${date}`,
    notClosed: (meeting: string, time: string) => `${meeting} at ${time} ended unexpectedly.`,
    safe: (length: string) => `Its audio and text are safe (${length}).`,
    empty: 'Nothing had been recorded yet.',
    more: (count: number) => (count === 1 ? 'There is 1 more.' : `There are ${count} more.`),
    open: 'Open',
    later: 'Keep for later',
  },

  imports: {
    label: 'Imports',
    open: 'Import',
    waiting: 'Waiting',
    reading: (share: string) => `Reading audio, ${share}`,
    writing: (share: string) => `Transcribing, ${share}`,
    cancel: (name: string) => `Cancel ${name}`,
    drop: 'Drop files to import them',
  },

  update: {
    label: 'New version',
    ready: (version: string) => `Parley ${version} is ready to install.`,
    restart: 'Restart now',
    later: 'Later',
  },

  proxy: {
    title: 'Sign in to the proxy',
    text: (proxy: string) =>
      `The proxy ${proxy} of this network asks for a name and a password before it lets Parley through.`,
    stored: 'The password is stored in the keychain of this computer.',
    user: 'Name',
    password: 'Password',
    signIn: 'Sign in',
    later: 'Not now',
  },

  /** Lengths and moments; the numbers are formatted. */
  time: {
    seconds: (seconds: string) => `${seconds} s`,
    minutes: (minutes: string) => `${minutes} min`,
    hours: (hours: string, minutes: string) => `${hours} h ${minutes} min`,
    /** `length` is such as 2 min. */
    ago: (length: string) => `${length} ago`,
    justNow: 'just now',
    dateAndTime: (date: string, time: string) => `${date}, ${time}`,
  },
  group: {
    today: 'Today',
    yesterday: 'Yesterday',
    thisWeek: 'This week',
    lastWeek: 'Last week',
  },
  row: {
    recording: 'recording',
    paused: 'paused',
    finishing: 'finishing',
    interrupted: (length: string) => `interrupted, ${length}`,
    speakers: (count: number) => (count === 1 ? '1 speaker' : `${count} speakers`),
  },
  foot: {
    key: (name: string) => `${name} key`,
    zone: { default: null, us: 'US', eu: 'EU' },
    noKey: 'No key in use',
    onDevice: 'On-device engine',
    ready: 'ready',
    notTested: 'not tested',
    needsAttention: 'needs attention',
    loading: 'loading',
    failed: 'stopped',
    modelMissing: 'model missing',
  },

  banner: {
    detail: (detail: string) => `Details: ${detail}`,
    toKeys: 'Open Keys',
    toTranscription: 'Open Transcription',
    toAudio: 'Open Audio',
    microphoneSettings: 'Open privacy settings',
    systemAudioSettings: 'Open system settings',
    unmute: 'Unmute',
    recordEverything: 'Record everything',
  },

  first: {
    title: 'Ready to record',
    lead: 'Press New recording and start talking. The words appear here as they are said. The meeting then stays in the list with its audio.',
    shortcut: 'starts and stops a recording',
    onDeviceTitle: 'On this computer',
    onDeviceReady: 'Ready',
    onDeviceLoading: 'Loading',
    onDeviceMissing: 'Not available',
    onDeviceText:
      'The on-device engine transcribes English without an account or a network. Nothing leaves this computer.',
    serviceTitle: 'With AssemblyAI',
    serviceText:
      'With a key from your own account, Parley can transcribe more languages and tell speakers apart. The key is stored in the keychain of this computer.',
    addKey: 'Add a key',
    chooseTitle: 'No meeting is open',
    chooseText: 'Choose a meeting from the list, or start a new recording.',
  },
} as const
