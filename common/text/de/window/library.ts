import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('de')
const orMore = (text: string, more: boolean) => (more ? `mindestens ${text}` : text)
const places = (count: number) => plural(count, { other: '# Treffer' })
const inMeetings = (count: number) =>
  plural(count, { one: '# Besprechung', other: '# Besprechungen' })

export const library: Translation['window']['library'] = {
  search: {
    field: 'Gesagtes durchsuchen',
    clear: 'Suche leeren',
    results: 'Suchergebnisse',
    nothing: 'Keine Ergebnisse',
    nothingText:
      'Parley vergleicht Wortanfänge. Setzen Sie eine Wendung in Anführungszeichen, um sie genau so zu finden.',
    searching: 'Sucht',
    found: (count, meetings, more) =>
      orMore(
        `${places(count)} in ${plural(meetings, { one: '# Besprechung', other: '# Besprechungen' })}`,
        more,
      ),
    meetings: (meetings, more) => orMore(inMeetings(meetings), more),
    moreOfMeeting: (count) => plural(count, { other: '# weitere in dieser Besprechung' }),
    moreMeetings: 'Weitere Besprechungen',
    filters: 'Filter',
    speaker: 'Sprecher',
    anybody: 'Alle Sprecher',
    tag: 'Schlagwort',
    anyTag: 'Alle Schlagwörter',
    when: 'Wann',
    times: {
      any: 'Jederzeit',
      week: 'Letzte 7 Tage',
      month: 'Letzte 30 Tage',
      year: 'Letzte 12 Monate',
    },
    note: 'Notiz',
    speaks: 'Spricht in dieser Besprechung',
  },
  date: { edit: 'Datum ändern', field: 'Datum und Uhrzeit der Besprechung' },
  title: { edit: 'Umbenennen', field: 'Titel der Besprechung' },
  tags: {
    label: 'Schlagwörter',
    add: 'Schlagwort hinzufügen',
    field: 'Neues Schlagwort',
    remove: (tag) => `Schlagwort ${tag} entfernen`,
    find: (tag) => `Besprechungen mit dem Schlagwort ${tag} zeigen`,
  },
  menu: {
    label: 'Mehr',
    open: 'Öffnen',
    rename: 'Umbenennen',
    bin: 'In den Papierkorb',
    restore: 'Wiederherstellen',
    delete: 'Jetzt löschen',
  },
  bin: {
    title: 'Papierkorb',
    row: (count) => `Papierkorb (${count})`,
    text: 'Besprechungen bleiben hier 30 Tage mit Ton und Notizen. Danach werden sie endgültig gelöscht.',
    empty: 'Papierkorb leeren',
    isEmpty: 'Der Papierkorb ist leer',
    moved: (title) => `Im Papierkorb: ${title}`,
    undo: 'Rückgängig',
    left: (days) => plural(days, { one: 'noch # Tag', other: 'noch # Tage' }),
    confirmDelete: (title) => `${title} endgültig löschen?`,
    confirmDeleteText: 'Text, Notizen und Ton werden jetzt von diesem Computer gelöscht.',
    confirmEmpty: (count) =>
      plural(count, {
        one: '# Besprechung endgültig löschen?',
        other: '# Besprechungen endgültig löschen?',
      }),
    confirmEmptyText: 'Text, Notizen und Ton werden jetzt von diesem Computer gelöscht.',
    delete: 'Endgültig löschen',
  },
}
