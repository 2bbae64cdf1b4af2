/** The check before a meeting. The name of the source stands beside each sentence. */
export const check = {
  open: 'Check sound',
  title: 'Sound check',
  text: 'Say a sentence. Parley listens to both sides for five seconds and plays three notes, to find out whether it hears this computer. Nothing is kept.',
  card: 'Before a meeting',
  cardText: 'Listens for five seconds and says whether both sides can be heard.',
  source: { microphone: 'Microphone', system: 'System audio' },
  opening: 'Opening the devices',
  left: (seconds: number) => `Listening, ${seconds} s left`,
  done: 'Done',
  level: { microphone: 'Level of the microphone', system: 'Level of the system audio' },
  clipped: 'Too loud',
  play: { microphone: 'Play the microphone', system: 'Play the system audio' },
  playShort: 'Play',
  stop: { microphone: 'Stop the microphone', system: 'Stop the system audio' },
  stopShort: 'Stop',
  again: 'Check again',
  close: 'Close',
  findings: {
    microphone: {
      fine: 'The microphone is fine.',
      silent:
        'Nothing came from this microphone. It may be muted, or it is the wrong one: choose another on the Audio page.',
      quiet:
        'Very little was heard. If you spoke, move closer, raise its level, or choose another on the Audio page.',
      loud: 'Parts were too loud and cut off. Move away a little, or lower its level.',
      substitute: 'The chosen microphone is not connected; the default one was used.',
    },
    system: {
      fine: 'What this computer plays is heard.',
      silent:
        'The three notes were not heard. Turn the sound of this computer on, and play meetings on the device that the system uses.',
      quiet:
        'What this computer plays is heard, but very quietly. Turn its volume up, or the others may be missed.',
      loud: 'What this computer plays is too loud and cut off. Turn its volume down.',
      substitute: 'Another device was used.',
    },
  },
} as const
