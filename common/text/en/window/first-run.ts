/** The three checks of the first start. */
export const firstRun = {
  title: 'Three checks, about a minute',
  text: 'You can skip each check and find it again in Settings.',
  step: (number: number, name: string) => `${number}. ${name}`,
  done: 'Done',
  transcription: {
    title: 'Transcription',
    onDevice: 'On this computer: English, no account, and nothing leaves it.',
    service: 'With your AssemblyAI key. Audio is sent to AssemblyAI while you record.',
    useKey: 'Use an AssemblyAI key…',
    useOnDevice: 'Use this computer instead',
    works: (seconds: string) => `The key works; got a token in ${seconds}.`,
  },
  microphone: {
    title: 'Your microphone',
    text: 'Say something. The bars should move.',
    again: 'Test again',
    level: 'Microphone level',
  },
  system: {
    title: 'The other side',
    text: 'Parley plays a chime and listens for it, to check that it can hear calls on this computer.',
    play: 'Play the chime',
    again: 'Play it again',
  },
  opening: 'Opening the devices',
  listening: 'Listening',
  skipAll: 'Skip all',
  skip: 'Skip',
  next: 'Next',
  finish: 'Finish',
} as const
