import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('pt')

export const commands: Translation['window']['commands'] = {
  title: 'Paleta de comandos',
  field: 'Digite um comando',
  none: 'Nenhum comando corresponde',
  count: (count) => plural(count, { one: '# comando', other: '# comandos' }),
  groups: {
    file: 'Geral',
    view: 'Exibir',
    recording: 'Durante uma gravação',
    meeting: 'Em uma reunião',
    transcript: 'Na transcrição',
    help: 'Ajuda',
  },
  transcript: {
    words: 'Próxima palavra ou palavra anterior',
    turns: 'Próxima fala ou fala anterior',
    ends: 'Primeira ou última palavra de uma fala',
    play: 'Reproduzir a partir da palavra atual',
    edit: 'Editar o texto de uma fala',
    menu: 'Ações para esta fala',
  },
}
