import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('de')

export const models: Translation['window']['models'] = {
  title: 'Modelle auf diesem Computer',
  intro:
    'Sie transkribieren ohne Konto und ohne Netzwerk. Jeder Download wird mit seinem veröffentlichten Fingerabdruck verglichen.',
  free: (size) => `${size} frei.`,
  speech: 'Sprachmodelle',
  own: 'Ihre eigenen Modelle',
  languages: (count) => plural(count, { one: '# Sprache', other: '# Sprachen' }),
  give: {
    wordTimes: 'Zeiten der Wörter',
    confidence: 'Sicherheit',
    wordTimesAndConfidence: 'Zeiten der Wörter und Sicherheit',
    streaming: 'Wörter, während sie gesagt werden',
    noWordTimes: 'keine Zeiten der Wörter',
    speakers: 'unterscheidet Personen auf diesem Computer',
  },
  toDownload: (size) => `${size} herunterzuladen`,
  memory: (size) => `etwa ${size} Arbeitsspeicher`,
  memoryAtLeast: (size) => `mehr als ${size} Arbeitsspeicher`,
  cores: (wanted, here) => `Braucht etwa ${wanted} schnelle Kerne; dieser Computer hat ${here}.`,
  licence: (name) => `Lizenz: ${name}`,
  licenceOf: (model, licence) => `Lizenz ${licence} von ${model}`,
  licenceTitle: (model, licence) => `${model}, ${licence}`,
  publishedAt: (address) => `Veröffentlicht unter ${address}`,
  close: 'Schließen',
  inUse: 'in Gebrauch',
  installed: 'auf diesem Computer',
  use: 'Benutzen',
  useOf: (model) => `${model} benutzen`,
  light: 'Leichte Fassung',
  full: 'Volle Fassung',
  download: 'Herunterladen',
  downloadOf: (model) => `${model} herunterladen`,
  resume: 'Fortsetzen',
  resumeOf: (model) => `Download von ${model} fortsetzen`,
  pause: 'Pause',
  pauseOf: (model) => `Download von ${model} pausieren`,
  cancel: 'Abbrechen',
  cancelOf: (model) => `Download von ${model} abbrechen`,
  discardOf: (model) => `Löschen, was von ${model} angekommen ist`,
  discard: 'Löschen',
  remove: 'Entfernen',
  removeOf: (model) => `${model} entfernen`,
  tryAgain: 'Erneut versuchen',
  tryAgainOf: (model) => `${model} erneut versuchen`,
  progressOf: (model) => `Download von ${model}`,
  progress: (received, total) => `${received} von ${total}`,
  paused: (received, total) => `Pausiert bei ${received} von ${total}`,
  checking:
    'Der Fingerabdruck wird geprüft und die Datei entpackt. Das kann einige Minuten dauern.',
  setAside: 'Nicht mehr in Gebrauch: Die Spracherkennung ist damit zweimal abgestürzt.',
  removeTitle: (model) => `${model} entfernen?`,
  removeText:
    'Seine Dateien werden von diesem Computer gelöscht. Sie können es wieder herunterladen.',
  removeInUseText:
    'Seine Dateien werden von diesem Computer gelöscht, und Parley benutzt dann Moonshine. Sie können es wieder herunterladen.',
  removeOwnText: 'Die Kopie in Parley wird gelöscht. Ihre eigenen Dateien bleiben, wo sie sind.',
  offline: 'Kein Netzwerk?',
  offlineText:
    'Nehmen Sie einen Modellordner oder Dateien, die Sie anderswo heruntergeladen haben.',
  chooseFolder: 'Ordner wählen…',
  chooseFiles: 'Dateien wählen…',
  mirror: 'Von einer anderen Adresse herunterladen',
  mirrorHint: 'https://mirror.example/models',
  mirrorText:
    'Ein Ordner auf Ihrem eigenen Server mit denselben Dateien. Leer gelten die Adressen der Herausgeber.',
  mirrorBad: 'Geben Sie eine Adresse ein, die mit https:// oder http:// beginnt.',
}
