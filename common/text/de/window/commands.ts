import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('de')

export const commands: Translation['window']['commands'] = {
  title: 'Befehlspalette',
  field: 'Befehl eingeben',
  none: 'Kein passender Befehl',
  count: (count) => plural(count, { one: '# Befehl', other: '# Befehle' }),
  groups: {
    file: 'Allgemein',
    view: 'Ansicht',
    recording: 'Während einer Aufnahme',
    meeting: 'In einer Besprechung',
    transcript: 'Im Transkript',
    help: 'Hilfe',
  },
  transcript: {
    words: 'Nächstes oder voriges Wort',
    turns: 'Nächster oder voriger Beitrag',
    ends: 'Erstes oder letztes Wort eines Beitrags',
    play: 'Ab dem aktuellen Wort abspielen',
    edit: 'Text eines Beitrags bearbeiten',
    menu: 'Aktionen für diesen Beitrag',
  },
}
