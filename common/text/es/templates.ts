import type { Translation } from '../catalogue'

export const builtInTemplates: Translation['templates'] = {
  taskColumns: 'quién | qué | para cuándo',
  general: {
    name: 'General',
    text: `# General

## Resumen

De tres a cinco frases que cuenten a alguien que no estuvo de qué se trató y cómo terminó.

## Decisiones

Lo que se decidió. No lo que solo se propuso.

## Tareas

quién | qué | para cuándo

## Preguntas abiertas

Lo que se preguntó o quedó pendiente, y quién lo planteó.
`,
  },
  standUp: {
    name: 'Reunión diaria',
    text: `# Reunión diaria

Agrupar por persona cuando hablen varias.

## Hecho

Lo que se terminó desde la última vez.

## Siguiente

quién | qué | para cuándo

## Obstáculos

Lo que impide avanzar a alguien, y quién puede ayudar.
`,
  },
  interview: {
    name: 'Entrevista',
    text: `# Entrevista

## Resumen

A quién se entrevistó, sobre qué, y las dos o tres impresiones principales que se dijeron en voz alta.

## Respuestas

Una frase por tema, con las palabras de la persona entrevistada.

## Próximos pasos

quién | qué | para cuándo

## Preguntas abiertas

Lo que se preguntó y no se respondió.
`,
  },
}
