import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'
import { priceMonth } from '../../price-month'
import { live } from './live'

const plural = createPlural('es')
const dollarFormat = new Intl.NumberFormat('es', { minimumFractionDigits: 2 })

export const settings: Translation['window']['settings'] = {
  tabs: {
    keys: 'Claves',
    transcription: 'Transcripción',
    models: 'Modelos',
    summaries: 'Resúmenes',
    audio: 'Audio',
    calendar: 'Calendario',
    calls: 'Llamadas',
    storage: 'Almacenamiento',
    appearance: 'Apariencia',
    shortcuts: 'Atajos',
    desktop: 'Escritorio',
    about: 'Acerca de',
  },
  label: 'Configuración',
  transcription: {
    title: 'Transcripción',
    intro:
      'Los idiomas y los términos se aplican al instante, incluso mientras graba. Los demás cambios se aplican a la próxima grabación.',
    engine: 'Motor de transcripción',
    service: 'AssemblyAI',
    serviceText:
      'El audio se envía a AssemblyAI mientras graba, con su propia clave. Su cuenta paga el tiempo que una grabación está conectada.',
    serviceNoKey: 'Se necesita una clave. Añada una en la página Claves.',
    onDevice: 'Este equipo',
    onDeviceText:
      'El audio permanece en este equipo, y la transcripción es gratuita. El modelo incluido en Parley solo conoce el inglés. La página Modelos tiene otros, y modelos que distinguen a los hablantes.',
    model: 'Modelo',
    modelText: ({ languages, priceOf, centsAnHour, state }) => {
      const count = languages === 'several' ? 'Varios' : String(languages)
      return [
        languages === 'english' ? 'Inglés, el más rápido.' : `${count} idiomas.`,
        centsAnHour === null
          ? 'Parley no conoce el precio.'
          : `Precio de lista (${priceMonth('es', priceOf)}): ${dollarFormat.format(centsAnHour / 100)}\u00a0USD por hora.`,
        ...(state === 'current' ? [] : ['AssemblyAI va a retirar este modelo.']),
      ].join(' ')
    },
    modelAnswered: (label) => `AssemblyAI responde a este nombre con ${label}.`,
    otherModel: 'Otro modelo…',
    otherModelName: 'Nombre del modelo',
    otherModelText:
      'Tal como lo escribe AssemblyAI. Si se rechaza, se usa el modelo predeterminado.',
    otherModelBad: 'Un nombre tiene hasta 80 letras, cifras, puntos y guiones.',
    languages: 'Idiomas',
    languagesHint: 'es, en',
    languagesText: (names) => `Se esperan: ${names}.`,
    languagesAny:
      'Códigos de dos letras, separados por comas. Déjelo vacío para detectar el idioma automáticamente.',
    languagesPro: 'Solo los modelos Pro aceptan una lista de idiomas.',
    languagesBad: 'Introduzca hasta diez códigos de dos letras, como es o en, separados por comas.',
    keyTerms: 'Nombres y términos que reconocer',
    keyTermsText: 'Uno por línea, hasta 100 términos de hasta 50 caracteres cada uno.',
    keyTermsCount: (count) => plural(count, { one: '# término', other: '# términos' }),
    keyTermsBad:
      'Introduzca hasta 100 términos de hasta 50 caracteres cada uno. No se guardó nada.',
    speakers: 'Distinguir a los hablantes',
    speakersText: 'Los hablantes se llaman Hablante A, Hablante B, etc.',
    maxSpeakers: 'Máximo de hablantes',
    maxSpeakersText: 'Es un límite estricto: si hablan más personas, algunas se unen.',
    maxSpeakersAny: 'Sin límite',
    mode: 'Velocidad',
    modes: { balanced: 'Equilibrada', max_accuracy: 'La más precisa' },
    modeTexts: {
      balanced: 'Una intervención termina tras 0,1 a 1,3 segundos de silencio.',
      max_accuracy:
        'Una intervención termina tras 0,5 a 2,6 segundos de silencio, así que el texto definitivo llega alrededor de un segundo más tarde. Sin efecto mientras se distingue a los hablantes.',
    },
    modePro: 'Solo los modelos Pro permiten elegir la velocidad.',
    focusTitle: 'Aislamiento de voz',
    focus: {
      microphone: 'Aislamiento de voz, micrófono',
      system: 'Aislamiento de voz, audio del sistema',
    },
    focuses: {
      off: 'Desactivado',
      'near-field': 'Voz cercana',
      'far-field': 'Voces en la sala',
    },
    focusText: 'Elimina el ruido alrededor de una voz. 0,10\u00a0USD más por hora y fuente.',
    focusPro: 'Solo los modelos Pro tienen aislamiento de voz.',
    redact: 'Ocultar datos personales',
    redactText:
      'Los nombres, números y direcciones se reemplazan antes de que llegue el texto. No hay texto mientras alguien habla: el texto en directo y los subtítulos esperan al final de cada intervención. 0,12\u00a0USD más por hora y fuente.',
    profanity: 'Ocultar palabras malsonantes',
    profanityService: 'Las palabras ofensivas se reemplazan por asteriscos.',
    profanityDevice:
      'El motor local transcribe a veces una palabra ofensiva que nadie dijo. Esta opción oculta esas palabras.',
    localModel: 'Modelo en este equipo',
    localModels: { base: 'Moonshine base', tiny: 'Moonshine tiny' },
    localModelText: {
      base: 'Inglés · 63 MB · usa alrededor de medio núcleo del procesador',
      tiny: 'Inglés · 28 MB · usa alrededor de un tercio de un núcleo y comete más errores',
    },
    installed: 'Instalado',
    notInstalled: 'No instalado',
    state: {
      stopped: 'Se inicia con la próxima grabación.',
      loading: 'Cargando el modelo.',
      ready: 'Listo.',
      failed: 'Detenido.',
    },
    load: (percent) => `Usa el ${percent} de un núcleo.`,
    delay: (time) => `Las palabras definitivas llegan ${time} después de su sonido.`,
    uses: {
      chosen: (model) => `${model} en un hilo, porque usted lo eligió.`,
      usual: (model) => `${model} en un hilo, porque no hay otro modelo elegido.`,
      tooSlow: (model, chosen) =>
        `${model} en un hilo, porque este equipo es demasiado lento para ${chosen}.`,
      inPlace: (model) => `${model} en un hilo, porque el modelo elegido no se puede usar.`,
    },
    moreModels: 'Más modelos',
  },
  usage: {
    title: 'Coste de este mes',
    nothing: 'Este mes no se ha enviado nada a AssemblyAI.',
    priced: (time, dollars) => `${time}, unos ${dollars}\u00a0USD`,
    almostFree: (time) => `${time}, menos de 0,01\u00a0USD`,
    unpriced: (time) => `${time}, precio desconocido`,
    together: 'Total',
    about: (dollars) => `unos ${dollars}\u00a0USD`,
    estimate:
      'Los segundos son los que AssemblyAI indica para cada sesión. Los dólares son una estimación según los precios de abajo.',
    limit: 'Avisar a partir de esta cantidad al mes, en dólares (USD)',
    noLimit: 'Sin límite',
    limitText:
      'Parley avisa antes de una grabación y mientras está en curso. Nunca detiene una grabación.',
    limitBad: 'Introduzca un número entero de dólares, de 1 a 100\u00a0000.',
    showPrices: 'Mostrar los precios',
    hidePrices: 'Ocultar los precios',
    pricesText:
      'Dólares (USD) por hora de una sesión. Corrija un precio si su cuenta paga otro; déjelo vacío para usar el precio de lista.',
    listPrice: (month) => `Precio de lista, ${priceMonth('es', month)}`,
    noListPrice: 'No se conoce ningún precio de lista',
    ownPrice: 'Su precio',
    priceBad: 'Introduzca una cantidad de 0 a 1000.',
  },
  audio: {
    title: 'Audio',
    intro: 'Los cambios se aplican al instante, incluso durante una grabación.',
    sources: 'Fuentes',
    microphone: 'Micrófono',
    microphoneText: 'Usted y cualquier persona que esté en la misma sala.',
    system: 'Audio del sistema',
    systemText: 'Lo que reproduce este equipo: las demás personas de una llamada.',
    systemDefaultText:
      'Lo que reproduce este equipo en su salida predeterminada: las demás personas de una llamada. Parley no oye otras salidas ni puede notar que allí suena algo, así que elija la salida predeterminada en el programa de la llamada.',
    programs: 'Qué se graba del audio del sistema',
    everything: 'Todo lo que suena',
    onlyProgram: (name) => `Solo ${name}`,
    nothing: live.noSources ?? '',
    sessions: 'Sesiones',
    perSource: 'Una por fuente',
    perSourceText: 'Cada lado se transcribe por separado, incluso cuando ambos hablan a la vez.',
    one: 'Una para todas las fuentes',
    oneText: 'Ambos lados se mezclan. Cada palabra se asigna al lado que suena más alto.',
    sessionsFrom: 'Un cambio se aplica a la próxima grabación.',
    costUnknown: 'Parley no conoce el precio de este modelo.',
    cost: (dollars) => `Unos ${dollars}\u00a0USD por hora con ambas fuentes.`,
    free: 'Gratis en este equipo.',
    afterSleep: 'Cuando el equipo sale de la suspensión',
    goOn: 'Seguir grabando',
    goOnText: 'El tiempo en suspensión se muestra como un corte.',
    paused: 'Permanecer en pausa',
    pausedText: 'No se graba nada hasta que pulse Reanudar.',
    forgotten: 'Una grabación que parece olvidada',
    forgottenText:
      'Tras 15 minutos sin voz, y a la hora de fin que haya elegido, Parley pregunta si se detiene. Espera una respuesta durante dos minutos.',
    forgottenKeep: 'Sin respuesta, seguir grabando',
    forgottenKeepText: 'Parley pregunta de nuevo tras los siguientes 15 minutos sin voz.',
    forgottenStop: 'Sin respuesta, detener la grabación',
    forgottenStopText: 'La reunión se guarda con todo lo grabado hasta entonces.',
    systemDefault: 'Predeterminado del sistema',
    unnamed: 'Micrófono sin nombre',
    missing: 'No conectado',
    processing: 'Procesamiento',
    echoCancellation: 'Cancelación de eco',
    echoCancellationText:
      'Elimina lo que reproducen sus altavoces. Desactívela si usa auriculares.',
    noiseSuppression: 'Supresión de ruido',
    noiseSuppressionText:
      'Reduce el ruido de ventiladores y teclados. Desactívela si elimina las voces bajas.',
    autoGainControl: 'Nivel automático',
    autoGainControlText: 'Sube las voces bajas y baja las altas.',
  },
  storage: {
    title: 'Almacenamiento',
    space: 'Espacio en disco',
    audio: 'Audio de las reuniones',
    text: 'Texto de las reuniones',
    models: 'Modelos en este equipo',
    free: (size) => `${size} libres en este disco.`,
    sound: 'Audio de las reuniones terminadas',
    sounds: {
      compress: 'Comprimirlo',
      keep: 'Conservarlo como se grabó',
      delete: 'Eliminarlo pasado un tiempo',
    },
    soundTexts: {
      compress:
        'Unos 11 MB por hora y fuente. Suena tan claro como antes y se puede volver a transcribir.',
      keep: 'Unos 115 MB por hora y fuente.',
      delete: 'El texto se conserva. Hasta entonces, el audio está comprimido.',
    },
    deleteAfter: 'Eliminar el audio después de',
    days: (count) => plural(count, { one: '# día', other: '# días' }),
    deleteTitle: '¿Eliminar el audio de las reuniones antiguas?',
    deleteText: (after) =>
      `El audio de cada reunión se eliminará ${after} después de que termine. El audio de las reuniones más antiguas se eliminará ahora y no se podrá restaurar. El texto se conserva.`,
    deleteAction: 'Eliminar el audio antiguo',
    copies: 'Copias de la biblioteca',
    copiesText:
      'Parley copia todo el texto una vez al día cuando algo ha cambiado, y conserva siete copias. El audio no forma parte de una copia.',
    noCopies: 'Aún no hay ninguna copia.',
    restore: 'Restaurar',
    restoreTitle: '¿Restaurar esta copia?',
    restoreText: (date) =>
      `Parley se reinicia con el texto del ${date}. El texto actual se conserva en la carpeta de copias.`,
    markdown: 'Reuniones en Markdown',
    markdownText:
      'Parley también escribe cada reunión terminada en un archivo Markdown de su carpeta, y lo actualiza cuando el texto cambia. Nunca modifica un archivo que usted haya editado.',
    choose: 'Elegir una carpeta',
    chooseAnother: 'Elegir otra carpeta',
    stopWriting: 'Dejar de escribir archivos',
  },
  appearance: {
    title: 'Apariencia',
    language: 'Idioma',
    systemLanguage: 'Igual que el sistema',
    languageText: 'Otro idioma se aplica la próxima vez que se inicie Parley.',
    restart: 'Reiniciar ahora',
    theme: 'Tema',
    themes: { system: 'Igual que el sistema', light: 'Claro', dark: 'Oscuro' },
    textSize: 'Tamaño del texto',
    textSizeText: 'También cambia con Ctrl + y Ctrl -.',
    percent: (percent) => `${percent}\u00a0%`,
    comfort: 'Comodidad',
    contrast: 'Más contraste',
    contrastText: 'Colores más intensos para el texto y los bordes, aunque el sistema no los pida.',
    motion: 'Reducir el movimiento',
    motionText: 'Sin animaciones, aunque el sistema no lo pida.',
    announcer: 'Lector de pantalla',
    announcerText:
      'Con qué frecuencia un lector de pantalla lee lo que se acaba de decir en una grabación.',
    announcerRates: {
      'each-turn': 'Después de cada intervención',
      '10-s': 'Cada 10 segundos',
      '30-s': 'Cada 30 segundos',
      off: 'Nunca',
    },
  },
  calendar: {
    title: 'Calendario',
    intro:
      'Una nueva grabación recibe su título y los nombres de sus participantes de la cita de esa hora. Parley solo lee el calendario, y no envía nada de él salvo que lo elija más abajo.',
    file: 'Archivo de calendario',
    fileText: 'Un archivo .ics en este equipo. Parley lo vuelve a leer cuando cambia.',
    chooseFile: 'Elegir un archivo…',
    address: 'Dirección del calendario',
    addressHint: 'https://calendar.example.com/mine.ics',
    addressText:
      'Empieza por https o webcal. Parley pide el calendario a este host cada 30 minutos, y a ningún otro. Una dirección así suele ser secreta: se guarda en el archivo de configuración, que solo usted puede leer.',
    useAddress: 'Usar esta dirección',
    read: (time) => `Leído a las ${time}`,
    reading: 'Leyendo…',
    times: (moment, start, end) =>
      moment === start ? `${start} – ${end}` : `${moment}, ${start} – ${end}`,
    nothing: 'Ninguna cita con hora en los próximos días.',
    refresh: 'Leerlo ahora',
    remove: 'Quitar',
    meetings: 'Qué recibe una reunión',
    meetingsText:
      'El título, y las personas como sugerencias al poner nombre a un hablante. Nadie recibe un nombre sin usted. Los eventos de todo el día y los cancelados se omiten.',
    terms: 'Usar las personas de la cita como términos',
    termsText: 'Sus nombres se oyen mejor, y se envían al motor como términos que reconocer.',
    termsOnDevice: 'En este equipo no cuestan nada.',
    termsPrice: (centsAnHour) =>
      centsAnHour === 0
        ? 'Este modelo acepta términos sin coste adicional.'
        : `Los términos cuestan ${dollarFormat.format(centsAnHour / 100)}\u00a0USD más por cada hora de sesión.`,
  },
  calls: {
    title: 'Llamadas',
    notice: 'Llamadas de otros programas',
    noticeSwitch: 'Ofrecer grabar las llamadas',
    noticeText:
      'Cuando un programa usa el micrófono para una llamada, Parley pregunta una vez. No se graba nada si usted no lo indica.',
    noticeImpossible: 'Este sistema no indica a Parley qué programa usa el micrófono.',
    ignored: (program) => `No para ${program}`,
    askAgain: (program) => `Volver a preguntar por ${program}`,
    askAgainShort: 'Volver a preguntar',
    consent: 'Recordarme pedir el consentimiento',
    reminder: 'Recordarme pedir el consentimiento',
    reminders: { off: 'Nunca', once: 'En la próxima grabación', always: 'En cada grabación' },
    reminderTexts: {
      off: 'Aún puede anotar el consentimiento desde la paleta de comandos.',
      once: 'Después, el recordatorio se desactiva.',
      always: 'Una línea sobre la grabación pregunta si los demás están de acuerdo.',
    },
    consentText: 'Texto para pegar en una llamada',
    consentTextHint:
      'Al copiarlo durante una grabación, la reunión anota que se pidió por escrito.',
    consentDefault:
      'Me gustaría grabar esta reunión y transcribirla, para poder consultarla después. ¿Están todos de acuerdo?',
    copy: 'Copiar el texto',
    copied: 'Copiado',
    restoreText: 'Restaurar el texto de Parley',
    reminderLine: {
      label: 'Consentimiento',
      text: '¿Están todos de acuerdo con la grabación? La reunión anota cuándo y cómo se preguntó.',
      spoken: 'Pedido de viva voz, están de acuerdo',
      written: 'Copiar el texto para la llamada',
      later: 'Ahora no',
    },
    noted: {
      spoken: (time) => `Consentimiento pedido de viva voz a las ${time}`,
      written: (time) => `Consentimiento pedido por escrito a las ${time}`,
    },
    privacy: 'Cuando comparte la pantalla',
    privacyText: 'Lo que se oculta aquí sigue en su pantalla, y los demás ven un espacio vacío.',
    privacyImpossible: 'Este sistema no puede ocultar una ventana al compartir la pantalla.',
    hide: { window: 'Ocultar la ventana', captions: 'Ocultar los subtítulos' },
    hidden: {
      window: 'Ventana oculta al compartir',
      captions: 'Subtítulos ocultos al compartir',
      both: 'Oculto al compartir la pantalla',
    },
  },
  shortcuts: {
    title: 'Atajos',
    intro:
      'Teclas que funcionan mientras otro programa está en primer plano, y la línea de comandos.',
    everywhere: 'En todas partes',
    actions: {
      'record-or-stop': 'Iniciar o detener la grabación',
      'pause-or-resume': 'Pausar o reanudar',
      mark: 'Marcar este momento',
      captions: 'Mostrar u ocultar los subtítulos',
      mute: 'Silenciar mi voz o volver a grabarla',
    },
    states: {
      off: 'Aún no está en uso.',
      on: 'Listo. Púlselo para probarlo.',
      taken: 'Otro programa usa estas teclas. Elija otras.',
      refused: 'Este sistema no acepta estas teclas. Elija otras.',
      asked: 'Se pidieron estas teclas a su escritorio. Púlselas para ver si aceptó.',
    },
    works: 'Funciona.',
    none: 'Sin teclas',
    change: (name, keys) => `${name}, ${keys}: cambiar`,
    changeShort: 'Cambiar',
    press: 'Pulse las nuevas teclas',
    remove: (name) => `${name}: quitar las teclas`,
    removeShort: 'Quitar',
    defaults: 'Restaurar las teclas habituales',
    inWindow: 'En la ventana',
    inWindowText: 'Cada acción de la ventana está en la paleta de comandos, con su tecla.',
    showAll: 'Mostrar todas las teclas',
    commandLine: 'Línea de comandos',
    commandLineText:
      'Un escritorio o un script puede ejecutar estos comandos. Cada uno responde con una línea de JSON.',
    commands: [
      { command: 'parley --toggle-recording', does: 'Inicia o detiene una grabación.' },
      { command: 'parley --pause', does: 'Pausa o reanuda.' },
      { command: 'parley --mark', does: 'Marca este momento.' },
      { command: 'parley --captions', does: 'Muestra u oculta los subtítulos.' },
      { command: 'parley --status', does: 'Indica qué hace Parley ahora.' },
    ],
  },
  desktop: {
    title: 'Escritorio',
    background: 'En segundo plano',
    startAtLogin: 'Iniciar al iniciar sesión',
    startAtLoginText: 'Parley se inicia en el área de notificación, sin su ventana.',
    keepRunning: 'Seguir en marcha al cerrar la ventana',
    keepRunningText:
      'Parley permanece en el área de notificación, para que sus atajos funcionen y se detecten las llamadas. En un escritorio sin área de notificación, la ventana se minimiza.',
  },
  about: {
    title: 'Acerca de',
    product: 'Parley graba reuniones y las transcribe en directo.',
    version: 'Versión',
    electron: 'Electron',
    chromium: 'Chromium',
    platform: 'Sistema',
    updates: 'Actualizaciones',
    lookForUpdates: 'Buscar actualizaciones automáticamente',
    lookForUpdatesText:
      'Consulta la dirección de actualizaciones al iniciar Parley y una vez al día. No se descarga nada durante una grabación.',
    lookNow: 'Buscar ahora',
    stage: {
      unsupported:
        'Las actualizaciones están desactivadas en esta copia. Busque nuevas versiones donde la obtuvo.',
      off: 'La búsqueda automática está desactivada.',
      unknown: 'Aún sin comprobar.',
      newest: (ago) => `Parley está actualizado. Comprobado ${ago}.`,
      checking: 'Buscando actualizaciones.',
      waiting: (version) => `Parley ${version} se descargará después de la grabación.`,
      downloading: (version) => `Descargando Parley ${version}.`,
      found: (version) => `Parley ${version} está disponible.`,
      ready: (version) => `Parley ${version} está listo. Se instalará al reiniciar.`,
    },
    licences: 'Licencias',
    licencesText:
      'Parley está hecho con Electron, Chromium, React, Base UI, Inter, SQLite, sherpa-onnx, ONNX Runtime, Moonshine, Silero VAD y muchos otros componentes.',
    showLicences: 'Mostrar todas las licencias',
    licence: (name, version, licence) => `${name} ${version} · ${licence}`,
  },
}
