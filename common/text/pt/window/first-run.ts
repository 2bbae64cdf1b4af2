import type { Translation } from '../../catalogue'

export const firstRun: Translation['window']['firstRun'] = {
  title: 'Três verificações, cerca de um minuto',
  text: 'Você pode pular cada verificação e encontrá-la depois nas Configurações.',
  step: (number, name) => `${number}. ${name}`,
  done: 'Concluído',
  transcription: {
    title: 'Transcrição',
    onDevice: 'Neste computador: inglês, sem conta, e nada sai dele.',
    service: 'Com sua chave da AssemblyAI. O áudio é enviado à AssemblyAI enquanto você grava.',
    useKey: 'Usar uma chave da AssemblyAI…',
    useOnDevice: 'Usar este computador',
    works: (seconds) => `A chave funciona; um token foi obtido em ${seconds}.`,
  },
  microphone: {
    title: 'Seu microfone',
    text: 'Diga alguma coisa. As barras devem se mover.',
    again: 'Testar novamente',
    level: 'Nível do microfone',
  },
  system: {
    title: 'O outro lado',
    text: 'O Parley toca um som e tenta ouvi-lo, para verificar se consegue ouvir chamadas neste computador.',
    play: 'Tocar o som',
    again: 'Tocar novamente',
  },
  opening: 'Abrindo os dispositivos',
  listening: 'Ouvindo',
  skipAll: 'Pular tudo',
  skip: 'Pular',
  next: 'Avançar',
  finish: 'Concluir',
}
