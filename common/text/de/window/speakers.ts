import type { Translation } from '../../catalogue'

export const speakers: Translation['window']['speakers'] = {
  title: 'Sprecher',
  missing:
    'Zwei kleine Modelle unterscheiden Personen auf diesem Computer. Sie sind noch nicht heruntergeladen.',
  get: 'Auf der Seite Modelle herunterladen',
  on: 'Sprecher unterscheiden',
  onText:
    'Nach einer Besprechung heißen die Redebeiträge Sprecher A, Sprecher B und so weiter: für die Personen im Systemton, wenn er aufgenommen wird, sonst für die am Mikrofon.',
  live: 'Auch während gesprochen wird',
  liveText:
    'Ein Redebeitrag wird benannt, wenn die Stimme klar ist. Nach der Besprechung werden die Namen berichtigt.',
  count: 'Wie viele Personen sprechen',
  countText: 'Wenn Sie die Zahl kennen, muss Parley sie nicht herausfinden.',
  counts: {
    found: 'Herausfinden',
    most: (count) => `Höchstens ${count}`,
    exact: (count) => `Genau ${count}`,
  },
  again: {
    menu: 'Sprecher neu unterscheiden…',
    title: 'Die Sprecher dieser Besprechung neu unterscheiden?',
    text: 'Der Ton wird auf diesem Computer angehört, das dauert eine Weile. Wörter, Namen und Korrekturen bleiben.',
    start: 'Starten',
    busy: 'Die Stimmen werden angehört. Sie können dies schließen und weiterarbeiten.',
  },
  sounds: (speaker, name) => `${speaker} klingt wie ${name}.`,
  keep: {
    menu: 'Diese Stimme behalten…',
    title: (name) => `Die Stimme von ${name} behalten?`,
    text: 'Parley schlägt diesen Namen dann vor, wenn es die Stimme in einer späteren Besprechung hört, und setzt ihn nie von selbst. Die Zahlen, die die Stimme beschreiben, werden nur auf diesem Computer gespeichert, bis Sie sie unter Einstellungen, Transkription löschen. Fragen Sie die Person vorher.',
    action: 'Stimme behalten',
  },
  voices: {
    title: 'Behaltene Stimmen',
    text: 'Zahlen, die beschreiben, wie eine Person klingt. Sie sind nur auf diesem Computer gespeichert und dienen nur dazu, einen Namen vorzuschlagen.',
    none: 'Keine Stimme ist behalten. Benennen Sie in einer Besprechung einen Sprecher, und wählen Sie dann im Menü eines Redebeitrags Diese Stimme behalten.',
    since: (date) => `Behalten am ${date}`,
    remove: 'Löschen',
    removeOf: (name) => `Die Stimme von ${name} löschen`,
    removeTitle: (name) => `Die Stimme von ${name} löschen?`,
    removeText:
      'Ihre Zahlen werden überschrieben und gelöscht. Der Name bleibt in den Besprechungen, in denen Sie ihn gesetzt haben.',
  },
}
