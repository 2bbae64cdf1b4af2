/** What a meeting hides in exports and from language models. */
export const redaction = {
  tab: 'Hide',
  intro:
    'Hide what should not leave this computer. Select words in the transcript and press H, or use what is found here.',
  found: 'Found in this meeting',
  nothingFound: 'No other numbers, addresses or names were found. Rules do not find everything.',
  hide: 'Hide',
  hideThis: (text: string) => `Hide ${text}`,
  hideAll: (count: number) => `Hide all ${count}`,
  hidden: 'Hidden',
  nothingHidden: 'Nothing is hidden.',
  effect:
    'Left out of exports, the clipboard and what a model gets. Exported sound is silent there. The meeting itself stays as it is.',
  show: 'Show again',
  showThis: (text: string) => `Show again: ${text}`,
  showAll: 'Show all again',
  everywhere: 'Everywhere',
  whole: 'in the whole meeting',
  hideWord: (word: string) => `Hide "${word}" in exports`,
  kinds: {
    card: 'Card',
    iban: 'Account',
    phone: 'Phone',
    number: 'Number',
    email: 'E-mail',
    address: 'Address',
    name: 'Name',
    hand: 'Chosen by hand',
  },
} as const
