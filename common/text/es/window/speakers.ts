import type { Translation } from '../../catalogue'

export const speakers: Translation['window']['speakers'] = {
  title: 'Hablantes',
  missing:
    'Dos modelos pequeños distinguen a las personas en este equipo. Aún no se han descargado.',
  get: 'Descargarlos en la página Modelos',
  on: 'Distinguir a los hablantes',
  onText:
    'Después de una reunión, las intervenciones se asignan a Hablante A, Hablante B, etc.: a las personas del audio del sistema si se graba, o a las del micrófono.',
  live: 'También mientras se habla',
  liveText:
    'Una intervención recibe su etiqueta si la voz está clara. Después de la reunión se corrigen las etiquetas.',
  count: 'Cuántas personas hablan',
  countText: 'Si conoce el número, Parley no tiene que averiguarlo.',
  counts: {
    found: 'Averiguarlo',
    most: (count) => `Como máximo ${count}`,
    exact: (count) => `Exactamente ${count}`,
  },
  again: {
    menu: 'Distinguir de nuevo a los hablantes…',
    title: '¿Distinguir de nuevo a los hablantes de esta reunión?',
    text: 'El audio se escucha en este equipo, lo que tarda un rato. Las palabras, los nombres y las correcciones se conservan.',
    start: 'Empezar',
    busy: 'Se están escuchando las voces. Puede cerrar esto y continuar.',
  },
  sounds: (speaker, name) => `La voz de ${speaker} se parece a la de ${name}.`,
  keep: {
    menu: 'Guardar esta voz…',
    title: (name) => `¿Guardar la voz de ${name}?`,
    text: 'Parley sugiere entonces este nombre cuando oye la voz en una reunión posterior, y nunca lo pone por sí mismo. Los números que describen la voz se guardan solo en este equipo, hasta que los elimine en Configuración, Transcripción. Pregunte antes a la persona.',
    action: 'Guardar la voz',
  },
  voices: {
    title: 'Voces guardadas',
    text: 'Números que describen cómo suena una persona. Se guardan solo en este equipo y solo sirven para sugerir un nombre.',
    none: 'No hay ninguna voz guardada. Ponga nombre a un hablante en una reunión y elija Guardar esta voz en el menú de una intervención.',
    since: (date) => `Guardada el ${date}`,
    remove: 'Eliminar',
    removeOf: (name) => `Eliminar la voz de ${name}`,
    removeTitle: (name) => `¿Eliminar la voz de ${name}?`,
    removeText:
      'Sus números se sobrescriben y se eliminan. El nombre permanece en las reuniones donde lo puso.',
  },
}
