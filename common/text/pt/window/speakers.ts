import type { Translation } from '../../catalogue'

export const speakers: Translation['window']['speakers'] = {
  title: 'Falantes',
  missing:
    'Dois modelos pequenos distinguem as pessoas neste computador. Eles ainda não foram baixados.',
  get: 'Baixar na página Modelos',
  on: 'Distinguir os falantes',
  onText:
    'Depois de uma reunião, as falas recebem Falante A, Falante B e assim por diante: para as pessoas no áudio do sistema, se ele for gravado, ou para as que estão ao microfone.',
  live: 'Também enquanto as pessoas falam',
  liveText:
    'Uma fala recebe um rótulo quando a voz está clara. Depois da reunião, os rótulos são corrigidos.',
  count: 'Quantas pessoas falam',
  countText: 'Se você souber o número, o Parley não precisa descobri-lo.',
  counts: {
    found: 'Descobrir',
    most: (count) => `No máximo ${count}`,
    exact: (count) => `Exatamente ${count}`,
  },
  again: {
    menu: 'Distinguir os falantes novamente…',
    title: 'Distinguir novamente os falantes desta reunião?',
    text: 'O áudio é ouvido neste computador, o que leva algum tempo. As palavras, os nomes e as correções permanecem.',
    start: 'Começar',
    busy: 'Ouvindo as vozes. Você pode fechar isto e continuar.',
  },
  sounds: (speaker, name) => `A voz de ${speaker} se parece com a de ${name}.`,
  keep: {
    menu: 'Guardar esta voz…',
    title: (name) => `Guardar a voz de ${name}?`,
    text: 'O Parley passa a sugerir este nome quando ouve a voz em uma reunião posterior, e nunca o define sozinho. Os números que descrevem a voz ficam guardados somente neste computador, até que você os exclua em Configurações, Transcrição. Pergunte antes à pessoa.',
    action: 'Guardar a voz',
  },
  voices: {
    title: 'Vozes guardadas',
    text: 'Números que descrevem como uma pessoa soa. Ficam somente neste computador e servem apenas para sugerir um nome.',
    none: 'Nenhuma voz está guardada. Dê nome a um falante em uma reunião e escolha Guardar esta voz no menu de uma fala.',
    since: (date) => `Guardada em ${date}`,
    remove: 'Excluir',
    removeOf: (name) => `Excluir a voz de ${name}`,
    removeTitle: (name) => `Excluir a voz de ${name}?`,
    removeText:
      'Os números são sobrescritos e excluídos. O nome permanece nas reuniões em que você o definiu.',
  },
}
