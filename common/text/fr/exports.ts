import type { Translation } from '../catalogue'

const filledOrNot = (filled: boolean) => (filled ? 'Complété après coup' : 'Pas de texte')

export const exportMessages: Translation['exports'] = {
  meetingTitle: (time) => `Réunion, ${time}`,
  untitled: 'Réunion',
  recovered: 'Réunion récupérée',
  product: 'Parley',
  sources: {
    microphone: 'Moi',
    system: 'Autres',
    file: 'Intervenant',
    'file-2': 'Intervenant 2',
    'file-3': 'Intervenant 3',
    'file-4': 'Intervenant 4',
    'file-5': 'Intervenant 5',
    'file-6': 'Intervenant 6',
    'file-7': 'Intervenant 7',
    'file-8': 'Intervenant 8',
  },
  speaker: (label) => `Intervenant ${label}`,
  gapReasons: {
    network: 'pas de connexion',
    'recorder-restart': 'l’enregistreur a redémarré',
    device: 'pas de son de l’appareil',
    engine: 'le moteur ne répondait pas',
    'app-restart': 'Parley s’est arrêté avant que ces mots soient transcrits',
    sleep: 'l’ordinateur était en veille',
    'disk-full': 'le disque était plein',
    import: 'pas encore transcrit',
  },
  gap: ({ from, to, reason, filled }) =>
    `${filledOrNot(filled)}, de ${from} à ${to}\u00a0: ${reason}`,
  gapLength: (length, reason, filled) =>
    `${filledOrNot(filled)}, pendant ${length}\u00a0: ${reason}`,
  notFinal: 'non définitif',
  marked: 'marqué',
  markedAt: (time) => `marqué à ${time}`,
  notes: 'Notes',
  transcript: 'Transcription',
  minutes: {
    byWhen: (what, when) => `${what}, ${when}`,
    source: (model, date) => `Rédigé par ${model} d’après la transcription, ${date}`,
    done: 'Fait\u00a0:',
  },
  tags: (tags) => `Étiquettes\u00a0: ${tags}`,
  interrupted: 'L’enregistrement a été interrompu.',
  consent: {
    spoken: (at) => `Consentement demandé de vive voix, noté le ${at}`,
    written: (at) => `Consentement demandé par écrit, noté le ${at}`,
  },
  hidden: {
    card: '[numéro de carte]',
    iban: '[numéro de compte]',
    phone: '[numéro de téléphone]',
    number: '[numéro]',
    email: '[adresse e-mail]',
    address: '[adresse]',
    name: '[nom]',
    hand: '[masqué]',
  },
  hiddenSpeaker: (number) => `Personne ${number}`,
  noText: 'Aucun mot n’a été reconnu.',
}
