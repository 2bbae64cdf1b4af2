import type { Translation } from '../../catalogue'

export const captions: Translation['window']['captions'] = {
  title: 'Subtítulos',
  words: 'Subtítulos en directo',
  idle: 'No se está grabando nada.',
  starting: 'Iniciando',
  controls: 'Controles de los subtítulos',
  keys: 'Mueva los subtítulos con las teclas de dirección. Mantenga pulsada Mayús para cambiar el ancho. Pulse Esc para cerrar.',
  textSize: 'Tamaño del texto',
  sizes: { small: 'Texto pequeño', medium: 'Texto mediano', large: 'Texto grande' },
  letter: 'A',
  clear: 'Fondo transparente',
  clickThrough: 'Clic a través',
  clickThroughText: 'Los clics van a la ventana que está debajo de los subtítulos.',
  clicksGoThrough:
    'Ahora los clics pasan a través. Para desactivarlo, use el menú junto a Subtítulos en Parley, o el área de notificación.',
  goThere: 'Ir a los subtítulos',
  close: 'Cerrar',
}
