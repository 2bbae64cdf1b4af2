import type { Translation } from '../../catalogue'

export const firstRun: Translation['window']['firstRun'] = {
  title: 'Trois vérifications, environ une minute',
  text: 'Vous pouvez ignorer chaque vérification et la retrouver dans les paramètres.',
  step: (number, name) => `${number}. ${name}`,
  done: 'Terminé',
  transcription: {
    title: 'Transcription',
    onDevice: 'Sur cet ordinateur\u00a0: anglais, sans compte, et rien n’en sort.',
    service: 'Avec votre clé AssemblyAI. Le son est envoyé à AssemblyAI pendant l’enregistrement.',
    useKey: 'Utiliser une clé AssemblyAI…',
    useOnDevice: 'Utiliser plutôt cet ordinateur',
    works: (seconds) => `La clé fonctionne\u00a0; jeton obtenu en ${seconds}.`,
  },
  microphone: {
    title: 'Votre microphone',
    text: 'Dites quelque chose. Les barres devraient bouger.',
    again: 'Tester à nouveau',
    level: 'Niveau du microphone',
  },
  system: {
    title: 'Les autres',
    text: 'Parley joue un carillon et l’écoute, pour vérifier qu’il entend les appels sur cet ordinateur.',
    play: 'Jouer le carillon',
    again: 'Le jouer à nouveau',
  },
  opening: 'Ouverture des appareils',
  listening: 'Écoute en cours',
  skipAll: 'Tout ignorer',
  skip: 'Ignorer',
  next: 'Suivant',
  finish: 'Terminer',
}
