import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('es')

export const redaction: Translation['window']['redaction'] = {
  tab: 'Ocultar',
  intro:
    'Oculte lo que no deba salir de este equipo. Seleccione palabras en la transcripción y pulse H, o use lo que se encuentra aquí.',
  found: 'Encontrado en esta reunión',
  nothingFound:
    'No se encontraron otros números, direcciones o nombres. Las reglas no lo encuentran todo.',
  hide: 'Ocultar',
  hideThis: (text) => `Ocultar ${text}`,
  hideAll: (count) => plural(count, { one: 'Ocultar', other: 'Ocultar los #' }),
  hidden: 'Oculto',
  nothingHidden: 'No hay nada oculto.',
  effect:
    'No aparece en las exportaciones, el portapapeles ni lo que recibe un modelo. El audio exportado queda en silencio ahí. La reunión en sí no cambia.',
  show: 'Volver a mostrar',
  showThis: (text) => `Volver a mostrar: ${text}`,
  showAll: 'Volver a mostrar todo',
  everywhere: 'En todas partes',
  whole: 'en toda la reunión',
  hideWord: (word) => `Ocultar “${word}” en las exportaciones`,
  kinds: {
    card: 'Tarjeta',
    iban: 'Cuenta',
    phone: 'Teléfono',
    number: 'Número',
    email: 'Correo',
    address: 'Dirección',
    name: 'Nombre',
    hand: 'Elegido a mano',
  },
}
