import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('de')

export const redaction: Translation['window']['redaction'] = {
  tab: 'Verbergen',
  intro:
    'Verbergen Sie, was diesen Computer nicht verlassen soll. Markieren Sie Wörter im Transkript und drücken Sie H, oder nehmen Sie, was hier gefunden wurde.',
  found: 'In dieser Besprechung gefunden',
  nothingFound: 'Keine anderen Nummern, Adressen oder Namen gefunden. Regeln finden nicht alles.',
  hide: 'Verbergen',
  hideThis: (text) => `${text} verbergen`,
  hideAll: (count) => plural(count, { other: 'Alle # verbergen' }),
  hidden: 'Verborgen',
  nothingHidden: 'Nichts ist verborgen.',
  effect:
    'Fehlt in Exporten, in der Zwischenablage und in dem, was ein Modell bekommt. Exportierter Ton ist dort still. Die Besprechung selbst bleibt, wie sie ist.',
  show: 'Wieder zeigen',
  showThis: (text) => `Wieder zeigen: ${text}`,
  showAll: 'Alles wieder zeigen',
  everywhere: 'Überall',
  whole: 'in der ganzen Besprechung',
  hideWord: (word) => `„${word}“ in Exporten verbergen`,
  kinds: {
    card: 'Karte',
    iban: 'Bankkonto',
    phone: 'Telefon',
    number: 'Nummer',
    email: 'E-Mail',
    address: 'Adresse',
    name: 'Name',
    hand: 'Von Hand gewählt',
  },
}
