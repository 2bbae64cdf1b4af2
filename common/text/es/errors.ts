import type { Translation } from '../catalogue'

export const errorSentences: Translation['errors'] = {
  'app-not-running':
    'Parley no está abierto, así que no hay nada que hacer. Inicie Parley primero.',

  'key-empty': 'El campo aún no tiene ninguna clave. Pegue la clave de su cuenta de AssemblyAI.',
  'key-has-spaces':
    'Esta clave contiene un espacio o un salto de línea. No se guardó nada; vuelva a copiar la clave completa y péguela.',
  'key-not-ascii':
    'Esta clave contiene caracteres que ninguna clave de AssemblyAI tiene. No se guardó nada; vuelva a copiar la clave completa y péguela.',
  'key-too-short':
    'Este texto es demasiado corto para ser una clave. No se guardó nada; vuelva a copiar la clave completa y péguela.',
  'key-too-long':
    'Este texto tiene más de 512 caracteres, así que no es una clave. No se guardó nada; vuelva a copiar la clave.',
  'key-name-empty': 'Una clave necesita un nombre, por ejemplo Trabajo. No se guardó nada.',
  'key-name-taken': 'Ya existe una clave con este nombre. No se guardó nada; elija otro nombre.',
  'key-not-found': 'Esta clave ya no está en la lista. Añádala de nuevo para usarla.',
  'key-missing-in-keychain':
    'El llavero ya no tiene esta clave. Sus reuniones están a salvo; vuelva a pegar la clave con Reemplazar.',
  'no-key': 'No hay ninguna clave en uso. Añada una clave, o elija el motor local.',

  'keychain-library-missing':
    'La biblioteca del llavero (libsecret) no está instalada en este equipo. No se cambió nada; instale libsecret-1-0, o conserve la clave hasta salir de Parley.',
  'keychain-no-session':
    'Esta sesión no tiene D-Bus, así que Parley no puede acceder al llavero. No se cambió nada; conserve la clave hasta salir de Parley, o inicie Parley desde una sesión de escritorio.',
  'keychain-no-service':
    'No hay ningún servicio de llavero en marcha (GNOME Keyring o KWallet). No se cambió nada; inicie uno, o conserve la clave hasta salir de Parley.',
  'keychain-not-set-up':
    'Este equipo aún no tiene un llavero. No se cambió nada; cree un llavero predeterminado en Contraseñas y claves (Seahorse) e inténtelo de nuevo, o conserve la clave hasta salir de Parley.',
  'keychain-locked':
    'El llavero está bloqueado. No se cambió nada; desbloquéelo e inténtelo de nuevo, o conserve la clave hasta salir de Parley.',
  'keychain-dismissed':
    'El llavero pidió permiso, pero se cerró la pregunta. No se cambió nada; inténtelo de nuevo, o conserve la clave hasta salir de Parley.',
  'keychain-timeout':
    'El llavero no respondió en 10 segundos. No se cambió nada; busque su pregunta en la pantalla e inténtelo de nuevo, o conserve la clave hasta salir de Parley.',
  'keychain-failed':
    'El llavero rechazó la solicitud. No se cambió nada; inténtelo de nuevo, o conserve la clave hasta salir de Parley.',

  'token-parameter':
    'Un valor del token está fuera de su intervalo. No se envió ninguna solicitud; corrija el valor e inténtelo de nuevo.',
  'bad-request': 'AssemblyAI no aceptó la solicitud. Los detalles indican qué parte es incorrecta.',
  'key-rejected':
    'AssemblyAI no acepta esta clave. El audio está guardado; compruebe la clave y su zona, o reemplace la clave.',
  'key-wrong-zone':
    'Esta clave pertenece a otra zona, indicada en los detalles. La clave no ha cambiado; añádala de nuevo con esa zona.',
  'key-forbidden':
    'AssemblyAI no permite transcribir en directo con esta clave. El audio está guardado; compruebe los permisos de la clave en su cuenta.',
  'payment-required':
    'La cuenta de AssemblyAI no tiene saldo. El audio está guardado; añada saldo en su cuenta.',
  'service-not-found':
    'La dirección del servicio ha cambiado. El audio está guardado; busque una actualización de Parley.',
  'rate-limited':
    'AssemblyAI pide a Parley que espere, porque se iniciaron demasiadas sesiones. El audio está guardado, y Parley vuelve a intentarlo automáticamente.',
  'service-unavailable':
    'AssemblyAI no está disponible en este momento. El audio está guardado, y Parley vuelve a intentarlo automáticamente.',
  offline:
    'No hay red. El audio está guardado, y el texto en directo continúa cuando vuelva la red.',
  'dns-failed':
    'No se encontró la dirección de AssemblyAI. El audio está guardado; compruebe la red y su DNS.',
  'tls-failed':
    'Se rechazó la conexión segura con AssemblyAI. El audio está guardado; compruebe la hora de este equipo y cualquier proxy que inspeccione el tráfico.',
  'proxy-failed':
    'El proxy de esta red bloqueó la solicitud. El audio está guardado; compruebe la configuración de proxy del sistema.',
  'proxy-sign-in-needed':
    'El proxy de esta red pide un nombre y una contraseña. El audio está guardado; inicie sesión, y Parley continúa automáticamente.',
  'proxy-rejected':
    'El proxy no aceptó este nombre y esta contraseña. No se guardó nada; corríjalos e inténtelo de nuevo.',
  'proxy-not-stored':
    'Ha iniciado sesión en el proxy, pero el llavero no guardó la contraseña. Parley la pedirá de nuevo la próxima vez que se inicie.',
  'proxy-not-asking': 'Ningún proxy pide ahora una contraseña. No se envió nada.',
  'socket-blocked':
    'AssemblyAI responde, pero la conexión en directo no se abre. Es posible que un proxy o un cortafuegos de esta red bloquee los WebSockets. El audio está guardado, y Parley vuelve a intentarlo automáticamente.',
  'connection-failed':
    'Falló la conexión con AssemblyAI. El audio está guardado, y Parley vuelve a intentarlo automáticamente; compruebe la red y el cortafuegos.',
  'timed-out':
    'AssemblyAI no respondió en 10 segundos. El audio está guardado; inténtelo de nuevo.',
  'bad-answer':
    'La respuesta del servicio no contiene ningún token. El audio está guardado; inténtelo de nuevo, o busque una actualización de Parley.',
  redirected:
    'El servicio redirigió la solicitud a otro host, y Parley no sigue esas redirecciones. La clave no se envió allí.',
  'token-not-lent': 'Solo la grabadora recibe un token, y solo mientras graba.',

  'transcript-failed':
    'AssemblyAI no pudo transcribir esta parte del audio. El audio está guardado; los detalles indican el motivo.',

  'begin-timeout':
    'La transcripción no comenzó en 10 segundos. El audio está guardado, y Parley vuelve a intentarlo.',
  'model-mismatch':
    'AssemblyAI usa un modelo distinto del elegido, al precio de ese modelo. Las palabras están guardadas.',
  'model-refused':
    'AssemblyAI no acepta el modelo elegido. Su modelo predeterminado transcribe esta reunión; elija otro modelo en la página Transcripción.',
  'setting-not-applied':
    'AssemblyAI no aplica un ajuste de esta reunión. Las palabras están guardadas; los detalles indican cuál.',
  'cost-limit':
    'Este mes AssemblyAI ha costado aproximadamente lo que permite su límite. La grabación funciona como antes; cambie el límite en la página Transcripción, o use el motor local.',
  'service-warning':
    'AssemblyAI avisa de un problema en esta sesión. La grabación continúa; los detalles indican cuál es.',
  'session-refused':
    'AssemblyAI rechazó la sesión. El audio está guardado; los detalles indican el motivo.',
  'session-bad-input':
    'AssemblyAI no aceptó un ajuste de esta sesión. El audio está guardado; revise la página Transcripción.',
  'session-lost': 'Se perdió la conexión. El audio está guardado, y Parley vuelve a conectarse.',
  'session-offline':
    'El texto en directo está interrumpido, porque la conexión falló varias veces. El audio se está grabando, y Parley sigue intentándolo.',

  'no-source':
    'Las dos fuentes están desactivadas. Active el micrófono o el audio del sistema, y luego pulse Grabar.',
  'no-microphone':
    'No se encontró ningún micrófono. Conecte uno; una grabación en curso lo usa automáticamente.',
  'microphone-denied':
    'Este equipo no permite que Parley use el micrófono. Permítalo en la configuración de privacidad del sistema, e inténtelo de nuevo.',
  'microphone-busy':
    'Otro programa está usando el micrófono. Cierre ese programa, o elija otro micrófono.',
  'microphone-failed':
    'No se pudo abrir el micrófono. Elija otro en la página Audio, o vuelva a conectarlo.',
  'microphone-ended':
    'El micrófono se desconectó. Lo grabado hasta ahora está a salvo; vuelva a conectarlo o elija otro.',
  'microphone-replaced':
    'El micrófono elegido no está conectado. Se graba el predeterminado hasta que vuelva.',
  'system-denied':
    'Este equipo no permite que Parley grabe el audio del sistema. El micrófono no se ve afectado; permita el audio del sistema en la configuración de privacidad, y actívelo de nuevo.',
  'system-unsupported':
    'El audio del sistema no se puede grabar aquí. El micrófono no se ve afectado; en Linux, Parley necesita PulseAudio o PipeWire.',
  'system-failed':
    'No se pudo abrir el audio del sistema. El micrófono no se ve afectado, y Parley vuelve a intentarlo automáticamente.',
  'system-default-only':
    'Parley solo oye la salida predeterminada de este equipo. Lo grabado está a salvo; si los demás siguen en silencio, elija esa salida en el programa de la llamada.',
  'system-monitor-muted':
    'Un programa reproduce algo, pero su salida está silenciada para la grabación, así que no se oye a los demás. Lo grabado está a salvo; pulse Activar sonido para oírlos.',
  'system-not-chosen':
    'Reproduce sonido un programa distinto del elegido, y no se graba. Lo grabado está a salvo; pulse Grabar todo para oír ambos.',
  'playback-recorded':
    'Lo que Parley reproduce ahora se graba como la voz de los demás, porque este equipo no puede distinguirlos. El resto de la grabación está a salvo; páusela antes de reproducir una reunión.',
  'already-recording': 'Ya hay una grabación en curso.',
  'not-recording': 'No hay ninguna grabación en curso.',
  'recorder-restarting':
    'La grabadora se detuvo de forma inesperada y se está reiniciando. Lo grabado hasta ahora está a salvo.',
  'microphone-silent':
    'El micrófono está en silencio. La grabación continúa; compruebe que el micrófono está conectado y no silenciado.',
  'no-words':
    'Parece que alguien habla, pero no llegan palabras desde hace 20 segundos. El audio está guardado; compruebe el idioma y el micrófono.',
  'service-behind':
    'Las palabras llegan con más de 10 segundos de retraso. El audio está guardado, y las palabras se ponen al día automáticamente.',
  'disk-low':
    'El disco tiene menos de 500 MB libres. Lo grabado hasta ahora está a salvo; libere espacio para que pueda continuar.',
  'slept-paused':
    'El equipo estaba en suspensión, así que la grabación está en pausa. Lo grabado hasta ahora está a salvo; pulse Reanudar para continuar.',
  slept:
    'El equipo estaba en suspensión, y mientras tanto no se grabó nada. La grabación continúa, y todo lo anterior está a salvo.',
  'disk-full':
    'El disco está lleno. Lo grabado hasta ahora está a salvo; libere espacio para poder guardar el audio.',
  'audio-write-failed':
    'No se pudo escribir el audio en el disco. El texto continúa; compruebe el disco.',
  'audio-read-failed':
    'No se pudo leer el audio del disco. El audio no cambió; compruebe el disco e inténtelo de nuevo.',
  'library-busy':
    'Otro programa está usando la biblioteca. Todo lo que se dice se conserva, y se guardará en cuanto la biblioteca esté libre; cierre el otro programa si tarda mucho.',
  'copy-not-found':
    'Esta copia de la biblioteca no se puede leer. No se cambió nada; elija otra copia.',
  'library-unavailable':
    'No se pudo abrir la biblioteca de reuniones. No se cambió nada en ella; compruebe el disco e inicie Parley de nuevo.',
  'library-damaged':
    'Una parte de la biblioteca está dañada. Todo lo legible se conserva; salga de Parley e inícielo de nuevo para reparar la biblioteca.',
  'library-no-rights':
    'Parley no tiene permiso para escribir en la carpeta de su biblioteca. No se cambió nada; dé a su cuenta permiso de escritura allí e inicie Parley de nuevo.',
  'library-newer':
    'La biblioteca de reuniones se escribió con una versión más reciente de Parley. No se cambió nada en ella; actualice Parley para abrirla.',
  'library-migration-failed':
    'No se pudo actualizar la biblioteca de reuniones, así que es de solo lectura. No ha cambiado, y hay una copia junto a ella; libere espacio en el disco e inicie Parley de nuevo.',
  'library-read-only':
    'Parley no puede grabar, porque no se pudo actualizar la biblioteca de reuniones. Sus reuniones están a salvo; libere espacio en el disco e inicie Parley de nuevo.',
  'library-write-failed':
    'No se pudo escribir el texto en el disco. Sigue en la pantalla y Parley vuelve a intentarlo; compruebe el disco.',
  'meeting-not-found': 'Esta reunión ya no está en la biblioteca.',
  'meeting-recording':
    'Esta reunión se está grabando. No se cambió nada; detenga primero la grabación.',
  'meeting-not-deleted':
    'No se pudo eliminar el audio de esta reunión. La reunión sigue en la papelera; cierre los programas que usen sus archivos e inténtelo de nuevo.',
  'turn-not-found': 'Estas palabras ya no están en la reunión. No se cambió nada.',
  'turn-not-final':
    'Estas palabras aún pueden cambiar. No se cambió nada; podrá corregirlas en un momento.',
  'search-failed':
    'La búsqueda falló. Sus reuniones están a salvo; escriba de nuevo, o vuelva a iniciar Parley.',
  'export-failed': 'No se pudo escribir el archivo. La reunión no ha cambiado; elija otra carpeta.',
  'no-sound': 'El audio de esta reunión ya no existe. Su texto no ha cambiado.',
  'sound-not-packed':
    'No se pudo comprimir el audio de una reunión, así que se conserva como se grabó. Parley lo intentará de nuevo la próxima vez que se inicie.',
  'retranscription-busy':
    'Se está volviendo a transcribir otra reunión. Espere a que termine, o cancélela.',
  'job-attempts':
    'Esta parte se envió tres veces a AssemblyAI sin resultado, así que Parley no vuelve a pagar por ella. El audio está guardado; Volver a transcribir lo intenta una vez más.',
  'job-day-limit':
    'Parley ha enviado 200 grabaciones a AssemblyAI en un día. No envía más hasta mañana, para que nada cueste más de lo esperado.',
  'retranscription-gaps':
    'Parley aún está completando palabras que faltan en esta reunión. El texto no ha cambiado; inténtelo de nuevo cuando termine.',
  'import-unsupported':
    'Este archivo tiene un tipo de audio que Parley no puede leer. No se importó nada; conviértalo a WAV, MP3 o M4A e inténtelo de nuevo.',
  'import-track':
    'Una pista de este archivo tiene un tipo de audio que Parley no puede leer. Se importaron las demás pistas, y el archivo no ha cambiado.',
  'import-empty':
    'Este archivo está vacío. No se importó nada; compruebe que la grabación se guardó.',
  'import-not-a-file':
    'Esto no es un archivo que se pueda leer hasta el final. No se importó nada; elija un archivo de audio o vídeo.',
  'import-folder-empty':
    'En esta carpeta no hay ningún archivo de audio o vídeo. No se importó nada; suelte los propios archivos.',
  'import-damaged':
    'Este archivo está dañado y su audio no se puede leer. No se importó nada, y el archivo no ha cambiado.',
  'import-cut':
    'Este archivo está dañado o incompleto. Se importó la parte legible, y el archivo no ha cambiado.',
  'import-no-sound':
    'Este archivo no contiene audio. No se importó nada, y el archivo no ha cambiado.',
  'import-silent':
    'El audio de este archivo está en silencio. No se importó nada, y el archivo no ha cambiado.',
  'import-too-long':
    'Este archivo dura más de un día. No se importó nada; divídalo en partes e inténtelo de nuevo.',
  'import-unreadable':
    'No se pudo leer este archivo del disco. No se importó nada; compruebe el archivo e inténtelo de nuevo.',
  'import-disk-full':
    'En el disco no hay sitio para el audio de este archivo. No se importó nada, y sus reuniones están a salvo; libere espacio e importe el archivo de nuevo.',
  'import-not-written':
    'No se pudo escribir en el disco el audio de este archivo. No se importó nada, y sus reuniones están a salvo; compruebe el disco e importe el archivo de nuevo.',
  'copy-failed':
    'No se copió nada. La reunión no ha cambiado; haga clic dentro de la ventana e inténtelo de nuevo.',
  cancelled: 'No se escribió nada.',
  'markdown-folder-missing':
    'La carpeta de las reuniones en Markdown no existe. Las reuniones están a salvo en la biblioteca y se escribirán cuando vuelva la carpeta; también puede elegir otra carpeta.',
  'markdown-folder-failed':
    'Parley no puede escribir en la carpeta de las reuniones en Markdown. Las reuniones están a salvo en la biblioteca, y Parley vuelve a intentarlo; libere espacio allí, o elija otra carpeta.',

  'engine-model-missing':
    'El modelo de voz no está instalado en este equipo. El audio está guardado; vuelva a instalar Parley, o use una clave.',
  'engine-model-damaged':
    'El modelo de voz de este equipo está dañado. El audio está guardado; vuelva a instalar Parley, o use una clave.',
  'engine-failed':
    'El motor local se detuvo. El audio está guardado, y el motor se está reiniciando.',
  'engine-unsupported':
    'El motor local no funciona en este tipo de equipo. Use una clave de AssemblyAI en su lugar.',

  'model-unknown': 'Este modelo ya no está en la lista. No se cambió nada.',
  'model-no-space':
    'No hay espacio libre suficiente para este modelo. No se descargó nada; libere espacio e inténtelo de nuevo.',
  'model-disk-full':
    'El disco está lleno. Lo que ha llegado del modelo se conserva; libere espacio y pulse Reanudar, o elimínelo.',
  'model-cut':
    'La conexión se cortó varias veces. Lo que ha llegado del modelo se conserva; pulse Reanudar cuando vuelva la red.',
  'model-not-served':
    'El servidor no tiene este archivo. No se instaló nada; inténtelo más tarde, o use un archivo descargado en otro lugar.',
  'model-redirect':
    'El servidor remitió a una dirección que no es segura, así que no se descargó nada de allí. Inténtelo más tarde, o use un archivo descargado en otro lugar.',
  'model-wrong-length':
    'El archivo no tiene el tamaño publicado, así que se eliminó. Descárguelo de nuevo, o desde otra dirección.',
  'model-wrong-hash':
    'El archivo no es el publicado, así que no se usó. Descárguelo de nuevo, o desde otra dirección.',
  'model-archive-refused':
    'El archivo comprimido del modelo contiene algo que no debería estar ahí, así que no se descomprimió. Descárguelo de nuevo, o desde otra dirección.',
  'model-not-kept':
    'No se pudo escribir el modelo en el disco. No se instaló nada; compruebe el disco e inténtelo de nuevo.',
  'model-not-removed':
    'No se pudieron eliminar algunos archivos del modelo. Inténtelo de nuevo, o elimínelos en la carpeta de Parley.',
  'model-unknown-file':
    'Parley no ofrece estos archivos para descargar, o falta uno de ellos. No se instaló nada; elija todos los archivos de un mismo modelo.',
  'model-not-recognised':
    'En esta carpeta no hay ningún modelo que Parley pueda usar. No se cambió nada; elija la carpeta con los archivos del modelo y tokens.txt.',
  'model-mirror-address':
    'La dirección de descarga no se puede usar. No se descargó nada; introduzca una que empiece por https:// o http://, o deje el campo vacío.',
  'model-set-aside':
    'Un modelo cerró el motor local dos veces, así que ya no se carga. El audio está guardado, y Parley usa Moonshine; puede probar el modelo de nuevo en la configuración.',
  'speakers-missing':
    'Los modelos que distinguen a las personas no están en este equipo. No se ha cambiado nada; descargue Speakers en la página Modelos e inténtelo de nuevo.',
  'voice-no-name':
    'Este hablante no tiene nombre, así que no se ha guardado ninguna voz. Póngale nombre e inténtelo de nuevo.',
  'voice-too-short':
    'Hay muy poco de esta voz en la reunión, así que no se ha guardado. Pruebe con una reunión en la que la persona hable más tiempo.',
  'voice-not-kept':
    'La voz no se ha podido escribir en el disco. No se ha guardado nada; compruebe el disco e inténtelo de nuevo.',
  'voice-not-deleted':
    'La voz no se ha podido eliminar por completo. Inténtelo de nuevo, o elimine su archivo en la carpeta voices de la carpeta de datos de Parley.',

  'chat-none':
    'No hay ningún modelo elegido que pueda leer una reunión. No se envió nada; elija uno en la página Resúmenes.',
  'chat-no-model':
    'Falta el nombre del modelo. No se envió nada; elija uno en la página Resúmenes.',
  'calendar-not-read':
    'No se pudo leer el calendario. Las citas leídas antes se siguen usando; elija el calendario de nuevo si su archivo se ha movido.',
  'calendar-none':
    'Esto no es un calendario. Las reuniones se graban como antes; elija un archivo .ics, o la dirección de uno.',
  'calendar-too-large':
    'El calendario ocupa más de 20 MB. No se lee; elija un calendario con menos años.',
  'calendar-bad-address':
    'Esta dirección no se puede usar. No se envió nada; debe empezar por https o webcal.',
  'calendar-not-fetched':
    'El calendario no llegó desde su dirección. Las citas leídas antes se siguen usando, y Parley vuelve a intentarlo en 30 minutos.',
  'chat-no-address':
    'Falta la dirección del servidor. No se envió nada; introdúzcala en la página Resúmenes.',
  'chat-bad-address':
    'Esta dirección no se puede usar. No se envió nada; debe empezar por https, o estar en este equipo.',
  'chat-not-agreed': 'No se envió nada, y la reunión no ha cambiado.',
  'chat-not-reached':
    'El modelo no respondió. La reunión no ha cambiado; compruebe que su servidor está en marcha, e inténtelo de nuevo.',
  'chat-key-rejected':
    'El servidor no acepta la clave del modelo. La reunión no ha cambiado; compruebe la clave.',
  'chat-not-there':
    'El servidor no tiene este modelo, o no tiene chat en esta dirección. La reunión no ha cambiado; elija el modelo de nuevo.',
  'chat-no-credit':
    'La cuenta del modelo no tiene saldo. La reunión no ha cambiado; añada saldo en su cuenta.',
  'chat-busy':
    'El servidor del modelo pide esperar. La reunión no ha cambiado; inténtelo de nuevo en un minuto.',
  'chat-refused':
    'El servidor del modelo no aceptó la solicitud. La reunión no ha cambiado; los detalles indican el motivo.',
  'chat-failed':
    'El servidor del modelo falló. La reunión no ha cambiado; inténtelo de nuevo, o elija otro modelo.',
  'chat-redirected':
    'El servidor del modelo redirigió la solicitud, y Parley no sigue esas redirecciones. La clave no se envió allí, y la reunión no ha cambiado.',
  'chat-cut':
    'La conexión con el modelo se perdió antes de completar la respuesta. La reunión no ha cambiado; inténtelo de nuevo.',
  'chat-slow':
    'El modelo dejó de responder. La reunión no ha cambiado; inténtelo de nuevo, o elija un modelo más pequeño.',
  'chat-bad-answer':
    'La respuesta del modelo no se puede leer. La reunión no ha cambiado; compruebe la dirección, o elija otro modelo.',
  'minutes-no-words':
    'Aún no hay palabras en esta reunión, así que no hay nada que resumir. No se envió nada.',
  'minutes-no-template':
    'Esta plantilla ya no existe, o no tiene ninguna sección. No se envió nada; elija otra plantilla.',
  'minutes-running': 'Un modelo ya está leyendo esta reunión. Espere a que termine, o cancélelo.',
  'folder-not-opened': 'No se pudo abrir la carpeta. No se cambió nada.',
  'chat-empty': 'El modelo dio una respuesta vacía. La reunión no ha cambiado; inténtelo de nuevo.',
  'suggestion-empty':
    'El modelo no propuso ningún título ni etiqueta que se pueda usar. La reunión no ha cambiado; inténtelo de nuevo o elija otro modelo.',

  'update-failed':
    'No se pudo descargar la actualización. Esta versión sigue funcionando, y Parley vuelve a intentarlo automáticamente; compruebe la red si esto continúa.',
  'update-not-signed':
    'La actualización no está firmada por los autores de Parley, así que no se instaló. Esta versión sigue funcionando.',
  'update-while-recording':
    'Hay una grabación en curso, así que no se cambió nada. Detenga primero la grabación, y luego reinicie.',
  'update-not-ready': 'No hay ninguna actualización lista para instalar. No se cambió nada.',

  'settings-not-saved':
    'No se pudo escribir la configuración en el disco, así que no se cambió nada. Sus grabaciones están a salvo; compruebe el disco e inténtelo de nuevo.',

  'bad-input': 'Este valor no se puede usar. No se cambió nada.',
  'not-allowed': 'Esta página no tiene permiso para hacer eso. No se cambió nada.',
  internal:
    'Algo ha fallado en Parley. Sus grabaciones están a salvo; inténtelo de nuevo, o vuelva a iniciar Parley.',
}

export const errorDetails: Translation['errorDetails'] = {
  wrongCharacter: (place, what) => `El carácter ${place} es ${what}`,
  spaceOrLineBreak: 'un espacio o un salto de línea',
  quoted: (character) => `“${character}”`,
  zones: { default: 'zona predeterminada', us: 'zona EE. UU.', eu: 'zona UE' },
}
