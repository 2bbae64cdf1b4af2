import type { Translation } from '../../catalogue'

export const check: Translation['window']['check'] = {
  open: 'Vérifier le son',
  title: 'Vérification du son',
  text: 'Dites une phrase. Parley écoute les deux côtés pendant cinq secondes et joue trois notes pour vérifier qu’il entend cet ordinateur. Rien n’est conservé.',
  card: 'Avant une réunion',
  cardText: 'Écouter cinq secondes pour vérifier que les deux côtés sont entendus.',
  source: { microphone: 'Microphone', system: 'Son du système' },
  opening: 'Ouverture des appareils',
  left: (seconds) => `Écoute en cours, encore ${seconds} s`,
  done: 'Terminé',
  level: { microphone: 'Niveau du microphone', system: 'Niveau du son du système' },
  clipped: 'Trop fort',
  play: { microphone: 'Écouter le microphone', system: 'Écouter le son du système' },
  playShort: 'Écouter',
  stop: { microphone: 'Arrêter le microphone', system: 'Arrêter le son du système' },
  stopShort: 'Arrêter',
  again: 'Vérifier à nouveau',
  close: 'Fermer',
  findings: {
    microphone: {
      fine: 'Le microphone fonctionne.',
      silent:
        'Aucun son n’est venu de ce microphone. Il est peut-être coupé, ou ce n’est pas le bon. Vous pouvez en choisir un autre sur la page Audio.',
      quiet:
        'Le microphone a capté très peu de son. Si vous avez parlé, rapprochez-vous, augmentez son niveau ou choisissez-en un autre sur la page Audio.',
      loud: 'Certains passages étaient trop forts. Reculez un peu, ou baissez le niveau.',
      substitute: 'Le microphone choisi n’est pas branché, celui par défaut a donc été utilisé.',
    },
    system: {
      fine: 'Parley entend cet ordinateur.',
      silent:
        'Parley n’a pas entendu les trois notes. Montez le son de cet ordinateur, et utilisez la sortie par défaut pour vos appels.',
      quiet:
        'Le son de cet ordinateur est très faible. Montez le volume pour que les autres participants d’un appel soient entendus.',
      loud: 'Le son de cet ordinateur est trop fort. Baissez le volume.',
      substitute: 'Un autre appareil a été utilisé.',
    },
  },
}
