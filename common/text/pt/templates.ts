import type { Translation } from '../catalogue'

export const builtInTemplates: Translation['templates'] = {
  taskColumns: 'quem | o quê | até quando',
  general: {
    name: 'Geral',
    text: `# Geral

## Resumo

De três a cinco frases que contem a quem não esteve presente do que se tratou e como terminou.

## Decisões

O que foi decidido. Não o que foi apenas proposto.

## Tarefas

quem | o quê | até quando

## Perguntas em aberto

O que foi perguntado ou ficou em aberto, e por quem.
`,
  },
  standUp: {
    name: 'Reunião diária',
    text: `# Reunião diária

Agrupar por pessoa quando várias falarem.

## Feito

O que foi concluído desde a última vez.

## A seguir

quem | o quê | até quando

## Impedimentos

O que impede alguém de avançar, e quem pode ajudar.
`,
  },
  interview: {
    name: 'Entrevista',
    text: `# Entrevista

## Resumo

Quem foi entrevistado, sobre o quê, e as duas ou três impressões principais que foram ditas em voz alta.

## Respostas

Uma frase para cada assunto, com as palavras da pessoa entrevistada.

## Próximos passos

quem | o quê | até quando

## Perguntas em aberto

O que foi perguntado e não foi respondido.
`,
  },
}
