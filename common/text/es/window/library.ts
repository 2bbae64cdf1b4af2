import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('es')
const orMore = (text: string, more: boolean) => (more ? `al menos ${text}` : text)
const countMatches = (count: number) =>
  plural(count, { one: '# coincidencia', other: '# coincidencias' })
const countMeetings = (count: number) => plural(count, { one: '# reunión', other: '# reuniones' })

export const library: Translation['window']['library'] = {
  search: {
    field: 'Buscar en todo lo dicho',
    clear: 'Borrar la búsqueda',
    results: 'Resultados de la búsqueda',
    nothing: 'Sin resultados',
    nothingText:
      'Parley compara el comienzo de las palabras. Ponga una frase entre comillas para encontrarla tal como está escrita.',
    searching: 'Buscando',
    found: (matches, meetings, more) =>
      orMore(`${countMatches(matches)} en ${countMeetings(meetings)}`, more),
    meetings: (meetings, more) => orMore(countMeetings(meetings), more),
    moreOfMeeting: (count) => plural(count, { other: '# más en esta reunión' }),
    moreMeetings: 'Más reuniones',
    filters: 'Filtros',
    speaker: 'Hablante',
    anybody: 'Cualquiera',
    tag: 'Etiqueta',
    anyTag: 'Cualquier etiqueta',
    when: 'Cuándo',
    times: {
      any: 'En cualquier momento',
      week: 'Últimos 7 días',
      month: 'Últimos 30 días',
      year: 'Últimos 12 meses',
    },
    note: 'Nota',
    speaks: 'Habla en esta reunión',
  },
  date: { edit: 'Cambiar la fecha', field: 'Fecha y hora de la reunión' },
  title: { edit: 'Cambiar nombre', field: 'Título de la reunión' },
  tags: {
    label: 'Etiquetas',
    add: 'Añadir etiqueta',
    field: 'Nueva etiqueta',
    remove: (tag) => `Quitar la etiqueta ${tag}`,
    find: (tag) => `Mostrar las reuniones con la etiqueta ${tag}`,
  },
  menu: {
    label: 'Más',
    open: 'Abrir',
    rename: 'Cambiar nombre',
    bin: 'Mover a la papelera',
    restore: 'Restaurar',
    delete: 'Eliminar ahora',
  },
  bin: {
    title: 'Papelera',
    row: (count) => `Papelera (${count})`,
    text: 'Las reuniones permanecen aquí 30 días con su audio y sus notas. Después se eliminan de forma permanente.',
    empty: 'Vaciar la papelera',
    isEmpty: 'La papelera está vacía',
    moved: (title) => `${title} está ahora en la papelera.`,
    undo: 'Deshacer',
    left: (days) => plural(days, { one: 'queda # día', other: 'quedan # días' }),
    confirmDelete: (title) => `¿Eliminar ${title} de forma permanente?`,
    confirmDeleteText: 'Su texto, sus notas y su audio se eliminarán ahora de este equipo.',
    confirmEmpty: (count) =>
      plural(count, {
        one: '¿Eliminar # reunión de forma permanente?',
        other: '¿Eliminar # reuniones de forma permanente?',
      }),
    confirmEmptyText: 'Su texto, sus notas y su audio se eliminarán ahora de este equipo.',
    delete: 'Eliminar de forma permanente',
  },
}
