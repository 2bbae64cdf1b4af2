import type { Translation } from '../../catalogue'

export const speakers: Translation['window']['speakers'] = {
  title: 'Intervenants',
  missing:
    'Deux petits modèles distinguent les personnes sur cet ordinateur. Ils ne sont pas encore téléchargés.',
  get: 'Les télécharger sur la page Modèles',
  on: 'Distinguer les intervenants',
  onText:
    'Après une réunion, les prises de parole sont attribuées à Intervenant A, Intervenant B, etc.\u00a0: pour les personnes du son du système s’il est enregistré, sinon pour celles au micro.',
  live: 'Aussi pendant que l’on parle',
  liveText:
    'Une prise de parole est attribuée quand la voix est claire. Après la réunion, les attributions sont corrigées.',
  count: 'Nombre de personnes qui parlent',
  countText: 'Si vous connaissez le nombre, Parley n’a pas à le trouver.',
  counts: {
    found: 'À trouver',
    most: (count) => `${count} au plus`,
    exact: (count) => `Exactement ${count}`,
  },
  again: {
    menu: 'Distinguer à nouveau les intervenants…',
    title: 'Distinguer à nouveau les intervenants de cette réunion\u00a0?',
    text: 'Le son est écouté sur cet ordinateur, ce qui prend un moment. Les mots, les noms et les corrections restent.',
    start: 'Commencer',
    busy: 'Écoute des voix en cours. Vous pouvez fermer ceci et continuer.',
  },
  sounds: (speaker, name) => `La voix de ${speaker} ressemble à celle de ${name}.`,
  keep: {
    menu: 'Conserver cette voix…',
    title: (name) => `Conserver la voix de ${name}\u00a0?`,
    text: 'Parley suggère alors ce nom quand il entend la voix dans une réunion ultérieure, et ne l’attribue jamais de lui-même. Les nombres qui décrivent la voix sont conservés sur cet ordinateur uniquement, jusqu’à ce que vous les supprimiez dans Paramètres, Transcription. Demandez d’abord à la personne.',
    action: 'Conserver la voix',
  },
  voices: {
    title: 'Voix conservées',
    text: 'Des nombres qui décrivent la voix d’une personne. Ils sont conservés sur cet ordinateur uniquement et ne servent qu’à suggérer un nom.',
    none: 'Aucune voix n’est conservée. Nommez un intervenant dans une réunion, puis choisissez Conserver cette voix dans le menu d’une prise de parole.',
    since: (date) => `Conservée le ${date}`,
    remove: 'Supprimer',
    removeOf: (name) => `Supprimer la voix de ${name}`,
    removeTitle: (name) => `Supprimer la voix de ${name}\u00a0?`,
    removeText:
      'Ses nombres sont écrasés et supprimés. Le nom reste dans les réunions où vous l’avez donné.',
  },
}
