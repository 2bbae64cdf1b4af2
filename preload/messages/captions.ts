/** The captions window, and what the window says of it. */
export const captions = {
  title: 'Captions',
  words: 'What is being said',
  idle: 'Nothing is being recorded.',
  starting: 'Starting',
  controls: 'Captions controls',
  /** For those who reach the controls with the keyboard. */
  keys: 'Arrow keys move the captions, with Shift they change the width. Escape closes.',
  textSize: 'Text size',
  sizes: { small: 'Small text', medium: 'Medium text', large: 'Large text' },
  letter: 'A',
  clear: 'Clear background',
  clickThrough: 'Let clicks through',
  clickThroughText: 'The mouse then reaches what is under the captions, and not them.',
  /** Said in the captions while they can still be read and not be clicked. */
  clicksGoThrough:
    'Clicks go through now. Take them back beside Captions in Parley, or in the tray.',
  goThere: 'Go to the captions',
  close: 'Close',
} as const
