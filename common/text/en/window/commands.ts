/** The command palette and the list of keyboard shortcuts. */
export const commands = {
  title: 'Command palette',
  field: 'Type a command',
  none: 'No matching command',
  count: (count: number) => (count === 1 ? '1 command' : `${count} commands`),
  groups: {
    file: 'General',
    view: 'View',
    recording: 'During a recording',
    meeting: 'In a meeting',
    transcript: 'In the transcript',
    help: 'Help',
  },
  transcript: {
    words: 'Next or previous word',
    turns: 'Next or previous turn',
    ends: 'First or last word of a turn',
    play: 'Play from the current word',
    edit: 'Edit the text of a turn',
    menu: 'Actions for this turn',
  },
} as const
