import type { Translation } from '../../catalogue'

export const firstRun: Translation['window']['firstRun'] = {
  title: 'Tres comprobaciones, alrededor de un minuto',
  text: 'Puede omitir cada comprobación y encontrarla de nuevo en la configuración.',
  step: (number, name) => `${number}. ${name}`,
  done: 'Listo',
  transcription: {
    title: 'Transcripción',
    onDevice: 'En este equipo: inglés, sin cuenta, y nada sale de él.',
    service: 'Con su clave de AssemblyAI. El audio se envía a AssemblyAI mientras graba.',
    useKey: 'Usar una clave de AssemblyAI…',
    useOnDevice: 'Usar este equipo en su lugar',
    works: (seconds) => `La clave funciona; token obtenido en ${seconds}.`,
  },
  microphone: {
    title: 'Su micrófono',
    text: 'Diga algo. Las barras deberían moverse.',
    again: 'Probar de nuevo',
    level: 'Nivel del micrófono',
  },
  system: {
    title: 'Los demás',
    text: 'Parley reproduce un tono y lo escucha, para comprobar que oye las llamadas en este equipo.',
    play: 'Reproducir el tono',
    again: 'Reproducirlo de nuevo',
  },
  opening: 'Abriendo los dispositivos',
  listening: 'Escuchando',
  skipAll: 'Omitir todo',
  skip: 'Omitir',
  next: 'Siguiente',
  finish: 'Finalizar',
}
