import type { Translation } from '../../catalogue'

export const captions: Translation['window']['captions'] = {
  title: 'Legendas',
  words: 'Legendas ao vivo',
  idle: 'Nada está sendo gravado.',
  starting: 'Iniciando',
  controls: 'Controles das legendas',
  keys: 'Use as teclas de seta para mover as legendas. Mantenha Shift pressionado para mudar a largura. Pressione Esc para fechar.',
  textSize: 'Tamanho do texto',
  sizes: { small: 'Texto pequeno', medium: 'Texto médio', large: 'Texto grande' },
  letter: 'A',
  clear: 'Fundo transparente',
  clickThrough: 'Clicar através',
  clickThroughText: 'Os cliques vão para a janela atrás das legendas.',
  clicksGoThrough:
    'Agora os cliques passam através. Para desativar isso, use o menu ao lado de Legendas no Parley, ou a área de notificação.',
  goThere: 'Ir para as legendas',
  close: 'Fechar',
}
