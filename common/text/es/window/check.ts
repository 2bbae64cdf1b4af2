import type { Translation } from '../../catalogue'

export const check: Translation['window']['check'] = {
  open: 'Comprobar el sonido',
  title: 'Comprobación de sonido',
  text: 'Diga una frase. Parley escucha ambos lados durante cinco segundos y reproduce tres notas para comprobar que oye este equipo. No se guarda nada.',
  card: 'Antes de una reunión',
  cardText: 'Escuche cinco segundos para comprobar que se oyen ambos lados.',
  source: { microphone: 'Micrófono', system: 'Audio del sistema' },
  opening: 'Abriendo los dispositivos',
  left: (seconds) => `Escuchando, quedan ${seconds} s`,
  done: 'Listo',
  level: { microphone: 'Nivel del micrófono', system: 'Nivel del audio del sistema' },
  clipped: 'Demasiado alto',
  play: {
    microphone: 'Reproducir el micrófono',
    system: 'Reproducir el audio del sistema',
  },
  playShort: 'Reproducir',
  stop: { microphone: 'Detener el micrófono', system: 'Detener el audio del sistema' },
  stopShort: 'Detener',
  again: 'Comprobar de nuevo',
  close: 'Cerrar',
  findings: {
    microphone: {
      fine: 'El micrófono funciona.',
      silent:
        'No llegó sonido de este micrófono. Puede que esté silenciado, o que no sea el correcto. Puede elegir otro en la página Audio.',
      quiet:
        'El micrófono captó muy poco. Si habló, acérquese, suba su nivel o elija otro en la página Audio.',
      loud: 'Algunas partes sonaron demasiado alto. Aléjese un poco, o baje el nivel.',
      substitute: 'El micrófono elegido no está conectado, así que se usó el predeterminado.',
    },
    system: {
      fine: 'Parley oye este equipo.',
      silent:
        'Parley no oyó las tres notas. Suba el volumen de este equipo, y use la salida predeterminada para sus llamadas.',
      quiet:
        'Este equipo suena muy bajo. Suba el volumen para que se oiga a las demás personas de una llamada.',
      loud: 'Este equipo suena demasiado alto. Baje el volumen.',
      substitute: 'Se usó otro dispositivo.',
    },
  },
}
