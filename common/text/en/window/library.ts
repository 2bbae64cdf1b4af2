/** Searching, naming and deleting meetings. */
export const library = {
  search: {
    field: 'Search everything said',
    clear: 'Clear the search',
    results: 'Search results',
    nothing: 'No results',
    nothingText:
      'Parley matches the beginning of words. Put a phrase in quotation marks to find it as written.',
    searching: 'Searching',
    /** How many matches in how many meetings; `more` if there are older ones. */
    found: (places: number, meetings: number, more: boolean) =>
      `${places}${more ? '+' : ''} ${places === 1 && !more ? 'match' : 'matches'} in ${meetings}${more ? '+' : ''} ${meetings === 1 && !more ? 'meeting' : 'meetings'}`,
    meetings: (meetings: number, more: boolean) =>
      `${meetings}${more ? '+' : ''} ${meetings === 1 && !more ? 'meeting' : 'meetings'}`,
    moreOfMeeting: (count: number) => `${count} more in this meeting`,
    moreMeetings: 'More meetings',
    filters: 'Filters',
    speaker: 'Speaker',
    anybody: 'Anyone',
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
  date: {
    edit: 'Change the date',
    field: 'Date and time of the meeting',
  },
  title: {
    edit: 'Rename',
    field: 'Meeting title',
  },
  tags: {
    label: 'Tags',
    add: 'Add tag',
    field: 'New tag',
    remove: (tag: string) => `Remove the tag ${tag}`,
    find: (tag: string) => `Show the meetings with the tag ${tag}`,
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
    text: 'Meetings stay here for 30 days with their audio and notes. Then they are deleted permanently.',
    empty: 'Empty bin',
    isEmpty: 'The bin is empty',
    moved: (title: string) => `Moved ${title} to the bin.`,
    undo: 'Undo',
    left: (days: number) => (days === 1 ? '1 day left' : `${days} days left`),
    confirmDelete: (title: string) => `Delete ${title} permanently?`,
    confirmDeleteText: 'Its text, notes and audio will be deleted from this computer now.',
    confirmEmpty: (count: number) =>
      count === 1 ? 'Delete 1 meeting permanently?' : `Delete ${count} meetings permanently?`,
    confirmEmptyText: 'Their text, notes and audio will be deleted from this computer now.',
    delete: 'Delete permanently',
  },
} as const
