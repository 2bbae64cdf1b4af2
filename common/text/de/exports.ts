import type { Translation } from '../catalogue'

const filledOrNot = (filled: boolean) => (filled ? 'Nachträglich ergänzt' : 'Kein Text')

export const exportMessages: Translation['exports'] = {
  meetingTitle: (time) => `Besprechung, ${time}`,
  untitled: 'Besprechung',
  recovered: 'Wiederhergestellte Besprechung',
  product: 'Parley',
  sources: {
    microphone: 'Ich',
    system: 'Andere',
    file: 'Sprecher',
    'file-2': 'Sprecher 2',
    'file-3': 'Sprecher 3',
    'file-4': 'Sprecher 4',
    'file-5': 'Sprecher 5',
    'file-6': 'Sprecher 6',
    'file-7': 'Sprecher 7',
    'file-8': 'Sprecher 8',
  },
  speaker: (label) => `Sprecher ${label}`,
  gapReasons: {
    network: 'keine Verbindung',
    'recorder-restart': 'die Aufnahme wurde neu gestartet',
    device: 'kein Ton vom Gerät',
    engine: 'die Spracherkennung antwortete nicht',
    'app-restart': 'Parley endete, bevor diese Wörter transkribiert waren',
    sleep: 'der Computer war im Ruhezustand',
    'disk-full': 'der Datenträger war voll',
    import: 'noch nicht transkribiert',
  },
  gap: ({ from, to, reason, filled }) => `${filledOrNot(filled)}, ${from} bis ${to}: ${reason}`,
  gapLength: (length, reason, filled) => `${filledOrNot(filled)}, ${length} lang: ${reason}`,
  notFinal: 'nicht endgültig',
  marked: 'markiert',
  markedAt: (time) => `markiert bei ${time}`,
  notes: 'Notizen',
  transcript: 'Transkript',
  minutes: {
    byWhen: (what, when) => `${what}, ${when}`,
    source: (model, date) => `Von ${model} nach dem Transkript geschrieben, ${date}`,
    done: 'Erledigt:',
  },
  tags: (tags) => `Schlagwörter: ${tags}`,
  interrupted: 'Die Aufnahme wurde unterbrochen.',
  consent: {
    spoken: (at) => `Einwilligung mündlich erbeten, vermerkt ${at}`,
    written: (at) => `Einwilligung schriftlich erbeten, vermerkt ${at}`,
  },
  noText: 'Es wurden keine Wörter erkannt.',
}
