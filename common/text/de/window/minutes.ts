import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('de')

export const minutes: Translation['window']['minutes'] = {
  tab: 'Zusammenfassung',
  tabs: 'Neben dem Transkript',
  show: 'Zusammenfassung',
  write: 'Schreiben',
  again: 'Neu schreiben',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  retry: 'Erneut versuchen',
  template: 'Vorlage',
  goTo: (time) => `Ab ${time} abspielen`,
  task: (who, what) => (who === null ? what : `${who}: ${what}`),
  who: (who, when) => (when === null ? `${who}:` : `${who}, ${when}:`),
  nobody: (when) => `Bis ${when}:`,
  notFound: 'Nicht im Transkript gefunden',
  notFoundCount: (count) =>
    plural(count, {
      one: '# Zeile wird nicht exportiert.',
      other: '# Zeilen werden nicht exportiert.',
    }),
  notFoundLine: (line) => `„${line}“: kein Beitrag belegt diese Zeile.`,
  cut: 'Die Antwort war zu lang, deshalb fehlt ihr Ende.',
  empty: 'Nichts in dieser Besprechung gehört hierher.',
  running: (model, step, steps) => {
    if (steps === 1) return `${model} liest die Besprechung`
    return step === steps
      ? `${model} verbindet ${steps - 1} Teile`
      : `${model} liest Teil ${step} von ${steps - 1}`
  },
  waiting: 'Wartet auf das Modell',
  provider: {
    ollama: 'Ollama, auf diesem Computer',
    'lm-studio': 'LM Studio, auf diesem Computer',
    'llama-cpp': 'llama.cpp, auf diesem Computer',
    assemblyai: 'AssemblyAI LLM Gateway',
    other: 'Ihr Server',
  },
  took: (time) => `dauerte ${time}`,
  tokens: (count) => `${count} Token`,
  price: (dollars) => `etwa ${dollars} US-Dollar`,
  ask: {
    tab: 'Fragen',
    label: 'Eine Frage stellen',
    button: 'Fragen',
    scope: 'Wo gesucht wird',
    thisMeeting: 'Diese Besprechung',
    allMeetings: 'Alle Besprechungen',
    toAll: (question) => `${question} (alle Besprechungen)`,
    intro:
      'Das Modell antwortet aus dem Gesagten und nennt die Stellen. Wenn es niemand gesagt hat, ist das die Antwort.',
    notSaid: 'Das wurde nicht gesagt.',
  },
  suggestion: {
    label: 'Titel und Schlagwörter',
    ask: 'Titel und Schlagwörter vorschlagen',
    asking: 'Warten auf Titel und Schlagwörter',
    title: 'Vorgeschlagener Titel',
    tags: 'Vorgeschlagene Schlagwörter',
    use: 'Verwenden',
    useTitle: (title) => `Den Titel ${title} verwenden`,
    add: (tag) => `Das Schlagwort ${tag} hinzufügen`,
    addAll: 'Alle hinzufügen',
    dismiss: 'Verwerfen',
    notSaid: 'Gestrichelt: Keines dieser Wörter wurde in der Besprechung gesagt.',
  },

  start: {
    title: 'Noch nichts geschrieben',
    text: 'Das Transkript geht an das gewählte Modell, wenn Sie auf „Schreiben“ drücken oder Titel und Schlagwörter vorschlagen lassen, und nicht früher. Jede Zeile der Antwort wird mit den Wörtern der Besprechung verglichen.',
  },
  none: {
    title: 'Zusammenfassung, Entscheidungen und Aufgaben',
    text: 'Ein Sprachmodell kann aufschreiben, was entschieden wurde und wer bis wann was tut, allein aus dem Transkript. Jede Zeile nennt die Stelle, auf der sie beruht; was niemand gesagt hat, erscheint als nicht gefunden. Es kann auch einen Titel und Schlagwörter vorschlagen.',
    where:
      'Das Modell kann mit Ollama, LM Studio oder llama.cpp auf diesem Computer laufen, sodass nichts ihn verlässt. Es kann ein Server Ihrer Firma sein oder mit Ihrem Schlüssel das LLM Gateway von AssemblyAI.',
    nothing: 'Ohne Modell wird nichts gesendet.',
    choose: 'Modell wählen',
  },
}

export const chat: Translation['window']['chat'] = {
  title: 'Zusammenfassungen',
  intro:
    'Ein Sprachmodell kann eine Besprechung zusammenfassen. Es bekommt ihre Wörter nur, wenn Sie es verlangen.',
  provider: 'Modell',
  none: 'Keines',
  noneText: 'Es wird nichts gesendet.',
  providers: {
    ollama: {
      name: 'Ollama',
      text: 'Auf diesem Computer. Starten Sie zuerst Ollama, und laden Sie ein Modell.',
    },
    'lm-studio': {
      name: 'LM Studio',
      text: 'Auf diesem Computer. Starten Sie zuerst seinen Server.',
    },
    'llama-cpp': { name: 'llama.cpp', text: 'Auf diesem Computer, mit llama-server.' },
    assemblyai: {
      name: 'AssemblyAI LLM Gateway',
      text: 'Mit dem benutzten Schlüssel, in seiner Zone. Ihr Konto zahlt für die Token.',
    },
    other: {
      name: 'Anderer',
      text: 'Jeder Server mit der Chat-API von OpenAI, etwa einer Ihrer Firma.',
    },
  },
  server: 'Server',
  address: 'Adresse',
  addressText: {
    local: 'Auf diesem Computer. Leer lassen für die übliche Adresse.',
    other:
      'Sie beginnt mit https, außer auf diesem Computer. Solange sie leer ist, wird nichts gesendet.',
  },
  model: 'Name des Modells',
  modelText: 'Wie der Server es nennt.',
  list: 'Modelle auflisten',
  listing: 'Wird abgefragt',
  listed: (count) =>
    plural(count, { one: 'Der Server hat # Modell.', other: 'Der Server hat # Modelle.' }),
  pick: 'Modelle des Servers',
  pickNone: 'Aus der Liste wählen',
  key: 'Schlüssel des Servers',
  keyText: 'Er liegt im Schlüsselbund und geht nur an diesen Host.',
  keyHint: 'Schlüssel einfügen, falls der Server einen braucht',
  hasKey: 'Für diesen Host gibt es einen Schlüssel.',
  save: 'Speichern',
  saving: 'Speichert',
  remove: 'Schlüssel entfernen',
  price: 'Preis',
  priceInput: 'US-Dollar für eine Million gelesene Token',
  priceOutput: 'US-Dollar für eine Million geschriebene Token',
  priceText: 'Für die Schätzung neben einer Zusammenfassung. Leer lassen, wenn unbekannt.',
  priceBad: 'Geben Sie einen Betrag wie 0,25 ein.',
  templates: 'Vorlagen',
  templatesText:
    'Was eine Zusammenfassung enthält. Jede Vorlage ist eine Markdown-Datei, die Sie bearbeiten, ergänzen und teilen können. Eine Besprechung bekommt die Vorlage, deren Name eines ihrer Schlagwörter ist oder in ihrem Titel steht.',
  templatesFolder: 'Ordner öffnen',
}
