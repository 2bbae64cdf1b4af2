import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('pt')
const orMore = (text: string, more: boolean) => (more ? `pelo menos ${text}` : text)
const countMatches = (count: number) =>
  plural(count, { one: '# ocorrência', other: '# ocorrências' })
const countMeetings = (count: number) => plural(count, { one: '# reunião', other: '# reuniões' })

export const library: Translation['window']['library'] = {
  search: {
    field: 'Pesquisar em tudo o que foi dito',
    clear: 'Limpar a pesquisa',
    results: 'Resultados da pesquisa',
    nothing: 'Nenhum resultado',
    nothingText:
      'O Parley compara o início das palavras. Coloque uma frase entre aspas para encontrá-la exatamente como está escrita.',
    searching: 'Pesquisando',
    found: (matches, meetings, more) =>
      orMore(`${countMatches(matches)} em ${countMeetings(meetings)}`, more),
    meetings: (meetings, more) => orMore(countMeetings(meetings), more),
    moreOfMeeting: (count) => plural(count, { other: 'mais # nesta reunião' }),
    moreMeetings: 'Mais reuniões',
    filters: 'Filtros',
    speaker: 'Falante',
    anybody: 'Qualquer pessoa',
    tag: 'Etiqueta',
    anyTag: 'Qualquer etiqueta',
    when: 'Quando',
    times: {
      any: 'Qualquer data',
      week: 'Últimos 7 dias',
      month: 'Últimos 30 dias',
      year: 'Últimos 12 meses',
    },
    note: 'Nota',
    speaks: 'Fala nesta reunião',
  },
  date: {
    edit: 'Alterar a data',
    field: 'Data e hora da reunião',
  },
  title: {
    edit: 'Renomear',
    field: 'Título da reunião',
  },
  tags: {
    label: 'Etiquetas',
    add: 'Adicionar etiqueta',
    field: 'Nova etiqueta',
    remove: (tag) => `Remover a etiqueta ${tag}`,
    find: (tag) => `Mostrar as reuniões com a etiqueta ${tag}`,
  },
  menu: {
    label: 'Mais',
    open: 'Abrir',
    rename: 'Renomear',
    bin: 'Mover para a lixeira',
    restore: 'Restaurar',
    delete: 'Excluir agora',
  },
  bin: {
    title: 'Lixeira',
    row: (count) => `Lixeira (${count})`,
    text: 'As reuniões ficam aqui por 30 dias, com o áudio e as notas. Depois são excluídas permanentemente.',
    empty: 'Esvaziar a lixeira',
    isEmpty: 'A lixeira está vazia',
    moved: (title) => `${title} foi para a lixeira.`,
    undo: 'Desfazer',
    left: (days) => plural(days, { one: 'resta # dia', other: 'restam # dias' }),
    confirmDelete: (title) => `Excluir ${title} permanentemente?`,
    confirmDeleteText: 'O texto, as notas e o áudio serão excluídos deste computador agora.',
    confirmEmpty: (count) =>
      plural(count, {
        one: 'Excluir # reunião permanentemente?',
        other: 'Excluir # reuniões permanentemente?',
      }),
    confirmEmptyText: 'O texto, as notas e o áudio serão excluídos deste computador agora.',
    delete: 'Excluir permanentemente',
  },
}
