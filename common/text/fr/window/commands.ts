import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('fr')

export const commands: Translation['window']['commands'] = {
  title: 'Palette de commandes',
  field: 'Saisir une commande',
  none: 'Aucune commande correspondante',
  count: (count) => plural(count, { one: '# commande', other: '# commandes' }),
  groups: {
    file: 'Général',
    view: 'Affichage',
    recording: 'Pendant un enregistrement',
    meeting: 'Dans une réunion',
    transcript: 'Dans la transcription',
    help: 'Aide',
  },
  transcript: {
    words: 'Mot suivant ou précédent',
    turns: 'Intervention suivante ou précédente',
    ends: 'Premier ou dernier mot d’une intervention',
    play: 'Lire à partir du mot actuel',
    edit: 'Modifier le texte d’une intervention',
    menu: 'Actions pour cette intervention',
  },
}
