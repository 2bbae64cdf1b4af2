/** Telling people apart on this computer, and the voices that a person kept. */
export const speakers = {
  title: 'Speakers',
  missing: 'Two small models tell people apart on this computer. They are not downloaded yet.',
  get: 'Get them on the Models page',
  on: 'Tell speakers apart',
  onText:
    'After a meeting its turns get Speaker A, Speaker B and so on: for the people in the system audio if it is recorded, otherwise for those at the microphone.',
  live: 'Also while people speak',
  liveText:
    'A turn gets a label where its voice is clear. After the meeting, labels are corrected.',
  count: 'How many people speak',
  countText: 'If you know the number, Parley does not have to find it out.',
  counts: {
    found: 'Find out',
    most: (count: number) => `At most ${count}`,
    exact: (count: number) => `Exactly ${count}`,
  },

  again: {
    menu: 'Tell speakers apart again…',
    title: 'Tell the speakers of this meeting apart again?',
    text: 'The audio is listened to on this computer, which takes a while. Words, names and corrections stay.',
    start: 'Start',
    busy: 'Listening to the voices. You can close this and go on.',
  },

  /** A name for a speaker whose voice is like one that was kept. */
  sounds: (speaker: string, name: string) => `${speaker} sounds like ${name}.`,

  keep: {
    menu: 'Keep this voice…',
    title: (name: string) => `Keep the voice of ${name}?`,
    text: 'Parley then suggests this name when it hears the voice in a later meeting, and never sets it by itself. The numbers that describe the voice are stored on this computer only, until you delete them in Settings, Transcription. Ask the person first.',
    action: 'Keep the voice',
  },

  voices: {
    title: 'Kept voices',
    text: 'Numbers that describe how a person sounds. They are stored on this computer only, and are used to suggest a name, nothing else.',
    none: 'No voice is kept. Name a speaker in a meeting, then choose Keep this voice in the menu of a turn.',
    since: (date: string) => `Kept on ${date}`,
    remove: 'Delete',
    removeOf: (name: string) => `Delete the voice of ${name}`,
    removeTitle: (name: string) => `Delete the voice of ${name}?`,
    removeText:
      'Its numbers are overwritten and deleted. The name stays in the meetings where you set it.',
  },
} as const
