import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('de')

export const check: Translation['window']['check'] = {
  open: 'Ton prüfen',
  title: 'Tonprüfung',
  text: 'Sagen Sie einen Satz. Parley hört fünf Sekunden auf beide Seiten und spielt drei Töne, um zu prüfen, ob dieser Computer zu hören ist. Nichts wird gespeichert.',
  card: 'Vor einer Besprechung',
  cardText: 'Fünf Sekunden zuhören, um zu prüfen, ob beide Seiten zu hören sind.',
  source: { microphone: 'Mikrofon', system: 'Systemton' },
  opening: 'Die Geräte werden geöffnet',
  left: (seconds) => plural(seconds, { other: 'Hört zu, noch # s' }),
  done: 'Fertig',
  level: { microphone: 'Mikrofonpegel', system: 'Pegel des Systemtons' },
  clipped: 'Zu laut',
  play: { microphone: 'Mikrofon abspielen', system: 'Systemton abspielen' },
  playShort: 'Abspielen',
  stop: { microphone: 'Mikrofon anhalten', system: 'Systemton anhalten' },
  stopShort: 'Stopp',
  again: 'Noch einmal prüfen',
  close: 'Schließen',
  findings: {
    microphone: {
      fine: 'Das Mikrofon funktioniert.',
      silent:
        'Von diesem Mikrofon kam kein Ton. Es ist vielleicht stummgeschaltet oder das falsche. Auf der Seite „Audio“ können Sie ein anderes wählen.',
      quiet:
        'Das Mikrofon hat sehr wenig gehört. Falls Sie gesprochen haben, gehen Sie näher heran, erhöhen Sie den Pegel oder wählen Sie auf der Seite „Audio“ ein anderes.',
      loud: 'Einige Stellen waren zu laut. Gehen Sie etwas zurück, oder senken Sie den Pegel.',
      substitute:
        'Das gewählte Mikrofon ist nicht angeschlossen, deshalb wurde das Standardmikrofon benutzt.',
    },
    system: {
      fine: 'Parley kann diesen Computer hören.',
      silent:
        'Parley hat die drei Töne nicht gehört. Stellen Sie den Ton lauter, und spielen Sie Anrufe auf dem Standardgerät ab.',
      quiet:
        'Dieser Computer ist sehr leise. Stellen Sie ihn lauter, damit die anderen in einem Anruf zu hören sind.',
      loud: 'Dieser Computer ist zu laut. Stellen Sie ihn leiser.',
      substitute: 'Es wurde ein anderes Gerät benutzt.',
    },
  },
}
