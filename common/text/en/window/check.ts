/** The sound check before a meeting. The name of the source is next to each sentence. */
export const check = {
  open: 'Check sound',
  title: 'Sound check',
  text: 'Say a sentence. Parley listens to both sides for five seconds and plays three notes to check that it can hear this computer. Nothing is saved.',
  card: 'Before a meeting',
  cardText: 'Listen for five seconds to check that both sides can be heard.',
  source: { microphone: 'Microphone', system: 'System audio' },
  opening: 'Opening the devices',
  left: (seconds: number) => `Listening, ${seconds} s left`,
  done: 'Done',
  level: { microphone: 'Microphone level', system: 'System audio level' },
  clipped: 'Too loud',
  play: { microphone: 'Play the microphone', system: 'Play the system audio' },
  playShort: 'Play',
  stop: { microphone: 'Stop the microphone', system: 'Stop the system audio' },
  stopShort: 'Stop',
  again: 'Check again',
  close: 'Close',
  findings: {
    microphone: {
      fine: 'The microphone works.',
      silent:
        'No sound came from this microphone. It may be muted, or it may be the wrong one. You can choose another one on the Audio page.',
      quiet:
        'The microphone picked up very little. If you spoke, move closer, raise its level, or choose another one on the Audio page.',
      loud: 'Some parts were too loud. Move back a little, or lower the level.',
      substitute: 'The chosen microphone is not connected, so the default one was used.',
    },
    system: {
      fine: 'Parley can hear this computer.',
      silent:
        'Parley did not hear the three notes. Turn up the sound of this computer, and play your calls on the default output device.',
      quiet:
        'This computer is very quiet. Turn up its volume so that the other people in a call can be heard.',
      loud: 'This computer is too loud. Turn down its volume.',
      substitute: 'Another device was used.',
    },
  },
} as const
