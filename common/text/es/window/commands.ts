import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('es')

export const commands: Translation['window']['commands'] = {
  title: 'Paleta de comandos',
  field: 'Escriba un comando',
  none: 'Ningún comando coincide',
  count: (count) => plural(count, { one: '# comando', other: '# comandos' }),
  groups: {
    file: 'General',
    view: 'Ver',
    recording: 'Durante una grabación',
    meeting: 'En una reunión',
    transcript: 'En la transcripción',
    help: 'Ayuda',
  },
  transcript: {
    words: 'Palabra siguiente o anterior',
    turns: 'Intervención siguiente o anterior',
    ends: 'Primera o última palabra de una intervención',
    play: 'Reproducir desde la palabra actual',
    edit: 'Editar el texto de una intervención',
    menu: 'Acciones para esta intervención',
  },
}
