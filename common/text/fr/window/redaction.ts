import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('fr')

export const redaction: Translation['window']['redaction'] = {
  tab: 'Masquer',
  intro:
    'Masquez ce qui ne doit pas sortir de cet ordinateur. Sélectionnez des mots dans la transcription et appuyez sur H, ou utilisez ce qui est trouvé ici.',
  found: 'Trouvé dans cette réunion',
  nothingFound:
    'Aucun autre numéro, adresse ou nom n’a été trouvé. Les règles ne trouvent pas tout.',
  hide: 'Masquer',
  hideThis: (text) => `Masquer ${text}`,
  hideAll: (count) => plural(count, { one: 'Masquer', other: 'Masquer les #' }),
  hidden: 'Masqué',
  nothingHidden: 'Rien n’est masqué.',
  effect:
    'Absent des exports, du presse-papiers et de ce que reçoit un modèle. Le son exporté est silencieux à cet endroit. La réunion elle-même reste telle quelle.',
  show: 'Afficher à nouveau',
  showThis: (text) => `Afficher à nouveau\u00a0: ${text}`,
  showAll: 'Tout afficher à nouveau',
  everywhere: 'Partout',
  whole: 'dans toute la réunion',
  hideWord: (word) => `Masquer «\u00a0${word}\u00a0» dans les exports`,
  kinds: {
    card: 'Carte',
    iban: 'Compte',
    phone: 'Téléphone',
    number: 'Numéro',
    email: 'E-mail',
    address: 'Adresse',
    name: 'Nom',
    hand: 'Choisi à la main',
  },
}
