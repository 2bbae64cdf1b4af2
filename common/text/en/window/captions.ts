/** The captions window, and its controls in the main window. */
export const captions = {
  title: 'Captions',
  words: 'Live captions',
  idle: 'Nothing is being recorded.',
  starting: 'Starting',
  controls: 'Caption controls',
  /** Read by a screen reader when the keyboard reaches the controls. */
  keys: 'Use the arrow keys to move the captions. Hold Shift to change the width. Press Escape to close.',
  textSize: 'Text size',
  sizes: { small: 'Small text', medium: 'Medium text', large: 'Large text' },
  letter: 'A',
  clear: 'Clear background',
  clickThrough: 'Click through',
  clickThroughText: 'Clicks go to the window under the captions.',
  /** Shown in the captions, where the controls can no longer be clicked. */
  clicksGoThrough:
    'Clicks now go through. To turn this off, use the menu next to Captions in Parley, or the tray.',
  goThere: 'Go to the captions',
  close: 'Close',
} as const
