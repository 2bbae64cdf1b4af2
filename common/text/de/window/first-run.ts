import type { Translation } from '../../catalogue'

export const firstRun: Translation['window']['firstRun'] = {
  title: 'Drei Prüfungen, etwa eine Minute',
  text: 'Sie können jede Prüfung überspringen und finden sie in den Einstellungen wieder.',
  step: (number, name) => `${number}. ${name}`,
  done: 'Fertig',
  transcription: {
    title: 'Transkription',
    onDevice: 'Auf diesem Computer: Englisch, ohne Konto, und nichts verlässt ihn.',
    service: 'Mit Ihrem AssemblyAI-Schlüssel. Der Ton geht während der Aufnahme an AssemblyAI.',
    useKey: 'AssemblyAI-Schlüssel benutzen…',
    useOnDevice: 'Diesen Computer benutzen',
    works: (seconds) => `Der Schlüssel funktioniert; das Token kam nach ${seconds}.`,
  },
  microphone: {
    title: 'Ihr Mikrofon',
    text: 'Sagen Sie etwas. Die Balken sollten sich bewegen.',
    again: 'Noch einmal testen',
    level: 'Mikrofonpegel',
  },
  system: {
    title: 'Die andere Seite',
    text: 'Parley spielt einen Klang und prüft, ob es Anrufe auf diesem Computer hören kann.',
    play: 'Klang abspielen',
    again: 'Noch einmal abspielen',
  },
  opening: 'Die Geräte werden geöffnet',
  listening: 'Hört zu',
  skipAll: 'Alle überspringen',
  skip: 'Überspringen',
  next: 'Weiter',
  finish: 'Fertig',
}
