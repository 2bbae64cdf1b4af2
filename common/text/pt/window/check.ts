import type { Translation } from '../../catalogue'

export const check: Translation['window']['check'] = {
  open: 'Testar o som',
  title: 'Teste de som',
  text: 'Diga uma frase. O Parley ouve os dois lados por cinco segundos e toca três notas para verificar se consegue ouvir este computador. Nada é salvo.',
  card: 'Antes de uma reunião',
  cardText: 'Ouça por cinco segundos para verificar se os dois lados são ouvidos.',
  source: { microphone: 'Microfone', system: 'Áudio do sistema' },
  opening: 'Abrindo os dispositivos',
  left: (seconds) => `Ouvindo, ${seconds} s restantes`,
  done: 'Concluído',
  level: { microphone: 'Nível do microfone', system: 'Nível do áudio do sistema' },
  clipped: 'Alto demais',
  play: { microphone: 'Reproduzir o microfone', system: 'Reproduzir o áudio do sistema' },
  playShort: 'Reproduzir',
  stop: { microphone: 'Parar o microfone', system: 'Parar o áudio do sistema' },
  stopShort: 'Parar',
  again: 'Testar novamente',
  close: 'Fechar',
  findings: {
    microphone: {
      fine: 'O microfone funciona.',
      silent:
        'Nenhum som veio deste microfone. Ele pode estar silenciado, ou não ser o certo. Você pode escolher outro na página Áudio.',
      quiet:
        'O microfone captou muito pouco. Se você falou, aproxime-se, aumente o nível ou escolha outro na página Áudio.',
      loud: 'Algumas partes ficaram altas demais. Afaste-se um pouco, ou diminua o nível.',
      substitute: 'O microfone escolhido não está conectado, então o padrão foi usado.',
    },
    system: {
      fine: 'O Parley consegue ouvir este computador.',
      silent:
        'O Parley não ouviu as três notas. Aumente o volume deste computador, e use o dispositivo de saída padrão nas suas chamadas.',
      quiet:
        'Este computador está muito baixo. Aumente o volume para que as outras pessoas de uma chamada sejam ouvidas.',
      loud: 'Este computador está alto demais. Diminua o volume.',
      substitute: 'Outro dispositivo foi usado.',
    },
  },
}
