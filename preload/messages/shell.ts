/** The frame of the window: side bar, banner, first start. */
export const shell = {
  newRecording: 'New recording',
  recording: (time: string) => `Recording ${time}`,
  paused: (time: string) => `Paused ${time}`,
  starting: 'Starting',
  finishing: 'Finishing',
  showRecording: 'Show the recording that is running',
  meetings: 'Meetings',
  settings: 'Settings',
  close: 'Close',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  paneFailed: 'This part of the window stopped working. Recordings go on and nothing is lost.',
  loading: 'Opening the meeting',

  recovered: {
    label: 'A meeting that was not closed',
    day: (day: string) => `${day}'s meeting`,
    date: (date: string) => `The meeting of ${date}`,
    notClosed: (meeting: string, time: string) => `${meeting} at ${time} was not closed.`,
    safe: (length: string) => `Its sound and text are safe (${length}).`,
    empty: 'Nothing had been recorded yet.',
    more: (count: number) => (count === 1 ? 'There is 1 more.' : `There are ${count} more.`),
    open: 'Open',
    later: 'Keep for later',
  },

  imports: {
    label: 'Files that are being brought in',
    open: 'Bring in a file',
    waiting: 'Waiting',
    reading: (share: string) => `Reading the sound, ${share}`,
    writing: (share: string) => `Writing the words, ${share}`,
    cancel: (name: string) => `Cancel ${name}`,
    drop: 'Drop to bring in',
  },

  update: {
    label: 'A new version',
    ready: (version: string) => `Parley ${version} is ready and starts in the place of this one.`,
    restart: 'Restart now',
    later: 'Later',
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
    detail: (detail: string) => `Detail: ${detail}`,
    toKeys: 'Open Keys',
    toTranscription: 'Open Transcription',
    toAudio: 'Open Audio',
    microphoneSettings: 'Open the privacy settings',
    systemAudioSettings: 'Open the system settings',
  },

  first: {
    title: 'Ready to record',
    lead: 'Press New recording and speak. The words appear here as they are said, and stay in the list with their sound.',
    shortcut: 'starts and stops a recording',
    onDeviceTitle: 'On this computer',
    onDeviceReady: 'Ready',
    onDeviceLoading: 'Loading',
    onDeviceMissing: 'Not available',
    onDeviceText:
      'The on-device engine writes English without an account or a network. Nothing leaves this computer.',
    serviceTitle: 'With AssemblyAI',
    serviceText:
      'A key from your own account brings more languages and tells speakers apart. It is kept in the keychain of this computer.',
    addKey: 'Add a key',
    chooseTitle: 'No meeting is open',
    chooseText: 'Choose one from the list, or start a new recording.',
  },
} as const
