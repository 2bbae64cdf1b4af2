import type { Translation } from '../../catalogue'

export const captions: Translation['window']['captions'] = {
  title: 'Untertitel',
  words: 'Live-Untertitel',
  idle: 'Es wird nichts aufgenommen.',
  starting: 'Startet',
  controls: 'Bedienung der Untertitel',
  keys: 'Verschieben Sie die Untertitel mit den Pfeiltasten. Mit der Umschalttaste ändern Sie die Breite. Escape schließt.',
  textSize: 'Textgröße',
  sizes: { small: 'Kleiner Text', medium: 'Mittlerer Text', large: 'Großer Text' },
  letter: 'A',
  clear: 'Durchsichtiger Hintergrund',
  clickThrough: 'Durchklicken',
  clickThroughText: 'Klicks gehen an das Fenster unter den Untertiteln.',
  clicksGoThrough:
    'Klicks gehen jetzt hindurch. Das schalten Sie im Menü neben „Untertitel“ in Parley oder im Infobereich wieder aus.',
  goThere: 'Zu den Untertiteln',
  close: 'Schließen',
}
