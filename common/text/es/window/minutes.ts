import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('es')

export const minutes: Translation['window']['minutes'] = {
  tab: 'Resumen',
  tabs: 'Junto a la transcripción',
  show: 'Resumen',
  write: 'Escribir',
  again: 'De nuevo',
  undo: 'Deshacer',
  redo: 'Rehacer',
  retry: 'Intentar de nuevo',
  template: 'Plantilla',
  goTo: (time) => `Reproducir desde ${time}`,
  task: (who, what) => (who === null ? what : `${who}: ${what}`),
  who: (who, when) => (when === null ? `${who}:` : `${who}, ${when}:`),
  nobody: (when) => `Para ${when}:`,
  notFound: 'No se encuentra en la transcripción',
  notFoundCount: (count) =>
    plural(count, { one: '# línea no se exporta.', other: '# líneas no se exportan.' }),
  notFoundLine: (line) => `“${line}”: ninguna intervención respalda esta línea.`,
  cut: 'La respuesta era demasiado larga, así que falta el final.',
  empty: 'Nada de esta reunión corresponde aquí.',
  running: (model, step, steps) => {
    if (steps === 1) return `${model} está leyendo la reunión`
    return step === steps
      ? `${model} está uniendo ${steps - 1} partes`
      : `${model} está leyendo la parte ${step} de ${steps - 1}`
  },
  waiting: 'Esperando al modelo',
  provider: {
    ollama: 'Ollama, en este equipo',
    'lm-studio': 'LM Studio, en este equipo',
    'llama-cpp': 'llama.cpp, en este equipo',
    assemblyai: 'AssemblyAI LLM Gateway',
    other: 'su servidor',
  },
  took: (time) => `tardó ${time}`,
  tokens: (count) => `${count} tokens`,
  price: (dollars) => `unos ${dollars}\u00a0USD`,
  ask: {
    tab: 'Preguntar',
    label: 'Haga una pregunta',
    button: 'Preguntar',
    scope: 'Dónde buscar',
    thisMeeting: 'Esta reunión',
    allMeetings: 'Todas las reuniones',
    toAll: (question) => `${question} (todas las reuniones)`,
    intro:
      'El modelo responde a partir de lo que se dijo, e indica los momentos. Si nadie lo dijo, esa es la respuesta.',
    notSaid: 'Esto no se dijo.',
  },
  suggestion: {
    label: 'Título y etiquetas',
    ask: 'Proponer un título y etiquetas',
    asking: 'Esperando un título y etiquetas',
    title: 'Título propuesto',
    tags: 'Etiquetas propuestas',
    use: 'Usar',
    useTitle: (title) => `Usar el título ${title}`,
    add: (tag) => `Añadir la etiqueta ${tag}`,
    addAll: 'Añadir todas',
    dismiss: 'Descartar',
    notSaid: 'Con línea discontinua: ninguna de estas palabras se dijo en la reunión.',
  },

  start: {
    title: 'Aún no hay nada escrito',
    text: 'La transcripción se envía al modelo elegido cuando pulse Escribir o pida un título y etiquetas, y no antes. Cada línea de la respuesta se comprueba con las palabras de la reunión.',
  },
  none: {
    title: 'Resumen, decisiones y tareas',
    text: 'Un modelo de lenguaje puede escribir qué se decidió y quién hace qué y para cuándo, solo a partir de la transcripción. Cada línea está vinculada al momento en que se basa, y lo que nadie dijo aparece como no encontrado. También puede proponer un título y etiquetas.',
    where:
      'El modelo puede funcionar en este equipo con Ollama, LM Studio o llama.cpp, de modo que nada salga de él. Puede ser un servidor de su empresa, o LLM Gateway de AssemblyAI con su clave.',
    nothing: 'Sin un modelo, no se envía nada a ningún sitio.',
    choose: 'Elegir un modelo',
  },
}

export const chat: Translation['window']['chat'] = {
  title: 'Resúmenes',
  intro:
    'Un modelo de lenguaje puede resumir una reunión. Solo recibe las palabras de una reunión cuando usted lo pide.',
  provider: 'Modelo',
  none: 'Ninguno',
  noneText: 'No se envía nada a ningún sitio.',
  providers: {
    ollama: {
      name: 'Ollama',
      text: 'En este equipo. Inicie Ollama y descargue un modelo primero.',
    },
    'lm-studio': { name: 'LM Studio', text: 'En este equipo. Inicie su servidor primero.' },
    'llama-cpp': { name: 'llama.cpp', text: 'En este equipo, con llama-server.' },
    assemblyai: {
      name: 'AssemblyAI LLM Gateway',
      text: 'Con la clave en uso, en su zona. Su cuenta paga los tokens.',
    },
    other: {
      name: 'Otro',
      text: 'Cualquier servidor con la API de chat de OpenAI, como uno de su empresa.',
    },
  },
  server: 'Servidor',
  address: 'Dirección',
  addressText: {
    local: 'En este equipo. Déjela vacía para usar la dirección habitual.',
    other:
      'Empieza por https, salvo que esté en este equipo. Mientras esté vacía, no se envía nada.',
  },
  model: 'Nombre del modelo',
  modelText: 'Tal como lo llama el servidor.',
  list: 'Mostrar los modelos',
  listing: 'Consultando',
  listed: (count) =>
    plural(count, { one: 'El servidor tiene # modelo.', other: 'El servidor tiene # modelos.' }),
  pick: 'Modelos del servidor',
  pickNone: 'Elegir de la lista',
  key: 'Clave del servidor',
  keyText: 'Se guarda en el llavero y solo se envía a este host.',
  keyHint: 'Pegue la clave, si el servidor la necesita',
  hasKey: 'Hay una clave para este host.',
  save: 'Guardar',
  saving: 'Guardando',
  remove: 'Quitar la clave',
  price: 'Precio',
  priceInput: 'Dólares (USD) por millón de tokens leídos',
  priceOutput: 'Dólares (USD) por millón de tokens escritos',
  priceText: 'Para la estimación junto a un resumen. Déjelo vacío si no lo sabe.',
  priceBad: 'Introduzca una cantidad, por ejemplo 0,25.',
  templates: 'Plantillas',
  templatesText:
    'Lo que contiene un resumen. Cada plantilla es un archivo Markdown que puede editar, añadir y compartir. Una reunión recibe la plantilla cuyo nombre es una de sus etiquetas o aparece en su título.',
  templatesFolder: 'Abrir la carpeta',
}
