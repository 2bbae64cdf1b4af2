/** Finding, naming and throwing away meetings. */
export const library = {
  search: {
    field: 'Search everything said',
    clear: 'Clear the search',
    results: 'What was found',
    nothing: 'Nothing found',
    nothingText: 'Words are found by their beginning; a phrase stands in quotes.',
    searching: 'Searching',
    /** How many places in how many meetings; `more` where there are others further back. */
    found: (places: number, meetings: number, more: boolean) =>
      `${places}${more ? '+' : ''} ${places === 1 && !more ? 'place' : 'places'} in ${meetings}${more ? '+' : ''} ${meetings === 1 && !more ? 'meeting' : 'meetings'}`,
    meetings: (meetings: number, more: boolean) =>
      `${meetings}${more ? '+' : ''} ${meetings === 1 && !more ? 'meeting' : 'meetings'}`,
    moreOfMeeting: (count: number) => `${count} more in this meeting`,
    moreMeetings: 'More meetings',
    filters: 'Narrow the search',
    speaker: 'Speaker',
    anybody: 'Anybody',
    tag: 'Tag',
    anyTag: 'Any tag',
    when: 'When',
    times: {
      any: 'Any time',
      week: 'Last 7 days',
      month: 'Last 30 days',
      year: 'Last 12 months',
    },
    note: 'Note',
    speaks: 'Speaks in this meeting',
  },
  title: {
    edit: 'Rename',
    field: 'Title of the meeting',
  },
  tags: {
    label: 'Tags',
    add: 'Add tag',
    field: 'New tag',
    remove: (tag: string) => `Remove the tag ${tag}`,
  },
  menu: {
    label: 'More',
    open: 'Open',
    rename: 'Rename',
    bin: 'Move to bin',
    restore: 'Restore',
    delete: 'Delete now',
  },
  bin: {
    title: 'Bin',
    row: (count: number) => `Bin (${count})`,
    text: 'Meetings stay here for 30 days with their sound and notes, and are then deleted for good.',
    empty: 'Empty bin',
    isEmpty: 'The bin is empty',
    moved: (title: string) => `${title} is in the bin.`,
    undo: 'Undo',
    left: (days: number) => (days === 1 ? '1 day left' : `${days} days left`),
    confirmDelete: (title: string) => `Delete ${title} for good?`,
    confirmDeleteText: 'Its text, notes and sound are deleted from this computer now.',
    confirmEmpty: (count: number) =>
      count === 1 ? 'Delete 1 meeting for good?' : `Delete ${count} meetings for good?`,
    confirmEmptyText: 'Their text, notes and sound are deleted from this computer now.',
    delete: 'Delete for good',
  },
} as const
