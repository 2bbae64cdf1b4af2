/** The sentences that main itself shows: menus and dialogs of the system. */
export const mainMessages = {
  menu: {
    app: 'Parley',
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    record: 'New recording',
    stop: 'Stop recording',
    pause: 'Pause recording',
    resume: 'Resume recording',
    import: 'Bring in a file',
    settings: 'Settings',
    search: 'Search everything said',
    captions: 'Captions',
    clicksThrough: 'Let clicks through captions',
  },
  tray: {
    idle: 'Ready to record',
    starting: 'Starting to record',
    recording: 'Recording',
    withNotice: 'Recording, with a problem to see to',
    paused: 'Paused',
    finishing: 'Finishing the last words',
    open: 'Open Parley',
    quit: 'Quit',
  },
  /** In the dialog that asks where a file goes. */
  fileTypes: {
    txt: 'Plain text',
    md: 'Markdown',
    docx: 'Word document',
    srt: 'SubRip subtitles',
    vtt: 'WebVTT captions',
    json: 'JSON',
    wav: 'WAV sound',
  },
  /** In the dialog that asks for files to bring in. */
  import: { title: 'Bring in a recording', media: 'Sound and video', all: 'All files' },
  markdownFolder: 'Write meetings here',
  stillRecording: {
    title: 'Parley is still recording',
    body: 'The window is closed and the recording goes on. Open it again from the tray, or by starting Parley.',
  },
  quit: {
    message: 'A recording is running',
    detail: 'Quitting stops it first. The text and the sound are kept.',
    stopAndQuit: 'Stop and quit',
    keepRecording: 'Keep recording',
  },
  secondCopy: 'Parley is running already; its window was brought to the front.',
  badSwitch: 'A command-line switch cannot be used.',
} as const
