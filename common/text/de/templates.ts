import type { Translation } from '../catalogue'

export const builtInTemplates: Translation['templates'] = {
  taskColumns: 'wer | was | bis wann',
  general: {
    name: 'Allgemein',
    text: `# Allgemein

## Zusammenfassung

Drei bis fünf Aussagen, die jemandem, der nicht dabei war, sagen, worum es ging und wie es ausging.

## Entscheidungen

Was entschieden wurde. Nicht, was nur vorgeschlagen wurde.

## Aufgaben

wer | was | bis wann

## Offene Fragen

Was gefragt oder offengelassen wurde, und von wem.
`,
  },
  standUp: {
    name: 'Stand-up',
    text: `# Stand-up

Nach Personen gruppieren, wo mehrere sprechen.

## Erledigt

Was seit dem letzten Mal fertig wurde.

## Als Nächstes

wer | was | bis wann

## Hindernisse

Was jemanden aufhält, und wer helfen kann.
`,
  },
  interview: {
    name: 'Interview',
    text: `# Interview

## Zusammenfassung

Wer befragt wurde, worüber, und die zwei oder drei wichtigsten Eindrücke, die ausgesprochen wurden.

## Antworten

Eine Aussage zu jedem Thema, in den Worten der befragten Person.

## Nächste Schritte

wer | was | bis wann

## Offene Fragen

Was gefragt und nicht beantwortet wurde.
`,
  },
}
