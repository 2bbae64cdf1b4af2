import type { Translation } from '../catalogue'

export const errorSentences: Translation['errors'] = {
  'app-not-running': 'Parley läuft nicht, also gibt es nichts zu tun. Starten Sie zuerst Parley.',
  'key-empty':
    'Im Feld steht noch kein Schlüssel. Fügen Sie den Schlüssel aus Ihrem AssemblyAI-Konto ein.',
  'key-has-spaces':
    'Dieser Schlüssel enthält ein Leerzeichen oder einen Zeilenumbruch. Nichts wurde gespeichert; kopieren Sie den ganzen Schlüssel noch einmal.',
  'key-not-ascii':
    'Dieser Schlüssel enthält Zeichen, die kein AssemblyAI-Schlüssel hat. Nichts wurde gespeichert; kopieren Sie den ganzen Schlüssel noch einmal.',
  'key-too-short':
    'Dieser Text ist zu kurz für einen Schlüssel. Nichts wurde gespeichert; kopieren Sie den ganzen Schlüssel noch einmal.',
  'key-too-long':
    'Dieser Text ist länger als 512 Zeichen, also kein Schlüssel. Nichts wurde gespeichert; kopieren Sie den Schlüssel noch einmal.',
  'key-name-empty': 'Ein Schlüssel braucht einen Namen, etwa Arbeit. Nichts wurde gespeichert.',
  'key-name-taken':
    'Einen Schlüssel mit diesem Namen gibt es schon. Nichts wurde gespeichert; wählen Sie einen anderen Namen.',
  'key-not-found':
    'Dieser Schlüssel steht nicht mehr in der Liste. Fügen Sie ihn wieder hinzu, um ihn zu benutzen.',
  'key-missing-in-keychain':
    'Der Schlüsselbund hat diesen Schlüssel nicht mehr. Ihre Besprechungen sind sicher; fügen Sie den Schlüssel mit Ersetzen wieder ein.',
  'no-key':
    'Kein Schlüssel ist in Gebrauch. Fügen Sie einen hinzu, oder wählen Sie die Spracherkennung auf diesem Computer.',
  'keychain-library-missing':
    'Die Bibliothek des Schlüsselbunds (libsecret) ist nicht installiert. Nichts wurde geändert; installieren Sie libsecret-1-0, oder behalten Sie den Schlüssel bis zum Beenden.',
  'keychain-no-session':
    'Diese Sitzung hat keinen D-Bus, deshalb erreicht Parley den Schlüsselbund nicht. Nichts wurde geändert; behalten Sie den Schlüssel bis zum Beenden, oder starten Sie Parley aus einer Desktop-Sitzung.',
  'keychain-no-service':
    'Kein Schlüsselbunddienst läuft (GNOME Keyring oder KWallet). Nichts wurde geändert; starten Sie einen, oder behalten Sie den Schlüssel bis zum Beenden.',
  'keychain-not-set-up':
    'Dieser Computer hat noch keinen Schlüsselbund. Nichts wurde geändert; legen Sie in Passwörter und Verschlüsselung (Seahorse) einen an, oder behalten Sie den Schlüssel bis zum Beenden.',
  'keychain-locked':
    'Der Schlüsselbund ist gesperrt. Nichts wurde geändert; entsperren Sie ihn, oder behalten Sie den Schlüssel bis zum Beenden.',
  'keychain-dismissed':
    'Der Schlüsselbund bat um Erlaubnis, aber die Frage wurde geschlossen. Nichts wurde geändert; versuchen Sie es noch einmal, oder behalten Sie den Schlüssel bis zum Beenden.',
  'keychain-timeout':
    'Der Schlüsselbund hat 10 Sekunden nicht geantwortet. Nichts wurde geändert; suchen Sie seine Frage auf dem Bildschirm, oder behalten Sie den Schlüssel bis zum Beenden.',
  'keychain-failed':
    'Der Schlüsselbund hat abgelehnt. Nichts wurde geändert; versuchen Sie es noch einmal, oder behalten Sie den Schlüssel bis zum Beenden.',
  'token-parameter':
    'Ein Wert für das Token liegt außerhalb seines Bereichs. Nichts wurde gesendet; berichtigen Sie den Wert.',
  'bad-request':
    'AssemblyAI hat die Anfrage nicht angenommen. Die Einzelheiten sagen, welcher Teil falsch ist.',
  'key-rejected':
    'AssemblyAI nimmt diesen Schlüssel nicht an. Der Ton ist gespeichert; prüfen Sie den Schlüssel und seine Zone, oder ersetzen Sie ihn.',
  'key-wrong-zone':
    'Dieser Schlüssel gehört zu einer anderen Zone, die in den Einzelheiten steht. Der Schlüssel ist unverändert; fügen Sie ihn mit dieser Zone wieder hinzu.',
  'key-forbidden':
    'AssemblyAI erlaubt diesem Schlüssel kein Streaming. Der Ton ist gespeichert; prüfen Sie die Rechte des Schlüssels in Ihrem Konto.',
  'payment-required':
    'Das AssemblyAI-Konto hat kein Guthaben mehr. Der Ton ist gespeichert; laden Sie das Konto auf.',
  'service-not-found':
    'Die Adresse des Dienstes hat sich geändert. Der Ton ist gespeichert; suchen Sie nach einem Update von Parley.',
  'rate-limited':
    'AssemblyAI bittet Parley zu warten, weil zu viele Sitzungen begonnen wurden. Der Ton ist gespeichert, und Parley versucht es automatisch wieder.',
  'service-unavailable':
    'AssemblyAI ist gerade nicht verfügbar. Der Ton ist gespeichert, und Parley versucht es automatisch wieder.',
  offline:
    'Es gibt kein Netzwerk. Der Ton ist gespeichert, und der Live-Text geht weiter, sobald das Netzwerk wieder da ist.',
  'dns-failed':
    'Die Adresse von AssemblyAI wurde nicht gefunden. Der Ton ist gespeichert; prüfen Sie das Netzwerk und sein DNS.',
  'tls-failed':
    'Die sichere Verbindung zu AssemblyAI wurde abgelehnt. Der Ton ist gespeichert; prüfen Sie die Uhr dieses Computers und Proxys, die den Verkehr mitlesen.',
  'proxy-failed':
    'Der Proxy dieses Netzwerks hat die Anfrage blockiert. Der Ton ist gespeichert; prüfen Sie die Proxy-Einstellungen des Systems.',
  'proxy-sign-in-needed':
    'Der Proxy dieses Netzwerks verlangt Name und Passwort. Der Ton ist gespeichert; melden Sie sich an, und Parley macht automatisch weiter.',
  'proxy-rejected':
    'Der Proxy hat Name und Passwort nicht angenommen. Nichts wurde gespeichert; berichtigen Sie sie.',
  'connection-failed':
    'Die Verbindung zu AssemblyAI ist fehlgeschlagen. Der Ton ist gespeichert, und Parley versucht es automatisch wieder; prüfen Sie Netzwerk und Firewall.',
  'timed-out':
    'AssemblyAI hat 10 Sekunden nicht geantwortet. Der Ton ist gespeichert; versuchen Sie es noch einmal.',
  'session-lost':
    'Die Verbindung ging verloren. Der Ton ist gespeichert, und Parley verbindet sich wieder.',
  'session-offline':
    'Der Live-Text ist unterbrochen, weil die Verbindung mehrmals fehlschlug. Der Ton wird aufgenommen, und Parley versucht es weiter.',
  'no-source':
    'Beide Quellen sind ausgeschaltet. Schalten Sie Mikrofon oder Systemton ein, und drücken Sie dann auf Aufnehmen.',
  'no-microphone':
    'Es wurde kein Mikrofon gefunden. Schließen Sie eines an; eine laufende Aufnahme benutzt es automatisch.',
  'microphone-denied':
    'Dieser Computer lässt Parley das Mikrofon nicht benutzen. Erlauben Sie es in den Datenschutzeinstellungen des Systems, und versuchen Sie es dann noch einmal.',
  'microphone-busy':
    'Ein anderes Programm benutzt das Mikrofon. Schließen Sie es, oder wählen Sie ein anderes Mikrofon.',
  'microphone-failed':
    'Das Mikrofon konnte nicht geöffnet werden. Wählen Sie auf der Seite Audio ein anderes, oder schließen Sie es neu an.',
  'microphone-ended':
    'Das Mikrofon wurde getrennt. Die bisherige Aufnahme ist sicher; schließen Sie es wieder an, oder wählen Sie ein anderes.',
  'microphone-silent':
    'Das Mikrofon ist still. Die Aufnahme läuft weiter; prüfen Sie, ob es angeschlossen und nicht stumm ist.',
  'already-recording': 'Es läuft schon eine Aufnahme.',
  'not-recording': 'Es läuft keine Aufnahme.',
  'recorder-restarting':
    'Die Aufnahme hielt unerwartet an und startet neu. Das bisher Aufgenommene ist sicher.',
  'disk-low':
    'Der Datenträger hat weniger als 500 MB frei. Die bisherige Aufnahme ist sicher; schaffen Sie Platz, damit sie weitergeht.',
  'disk-full':
    'Der Datenträger ist voll. Die bisherige Aufnahme ist sicher; schaffen Sie Platz, damit der Ton gespeichert wird.',
  'slept-paused':
    'Der Computer war im Ruhezustand, deshalb ist die Aufnahme pausiert. Das bisher Aufgenommene ist sicher; drücken Sie auf Weiter.',
  slept:
    'Der Computer war im Ruhezustand, und so lange wurde nichts aufgenommen. Die Aufnahme läuft weiter, und alles davor ist sicher.',
  'audio-write-failed':
    'Der Ton konnte nicht auf den Datenträger geschrieben werden. Der Text geht weiter; prüfen Sie den Datenträger.',
  'meeting-not-found': 'Diese Besprechung ist nicht mehr in der Bibliothek.',
  'meeting-recording':
    'Diese Besprechung wird gerade aufgenommen. Nichts wurde geändert; beenden Sie zuerst die Aufnahme.',
  'search-failed':
    'Die Suche ist fehlgeschlagen. Ihre Besprechungen sind sicher; tippen Sie noch einmal, oder starten Sie Parley neu.',
  'export-failed':
    'Die Datei konnte nicht geschrieben werden. Die Besprechung ist unverändert; wählen Sie einen anderen Ordner.',
  cancelled: 'Es wurde nichts geschrieben.',
  'import-unsupported':
    'Diese Datei hat eine Art von Ton, die Parley nicht lesen kann. Nichts wurde importiert; wandeln Sie sie in WAV, MP3 oder M4A um.',
  'import-empty':
    'Diese Datei ist leer. Nichts wurde importiert; prüfen Sie, ob die Aufnahme gespeichert wurde.',
  'import-damaged':
    'Diese Datei ist beschädigt, und ihr Ton kann nicht gelesen werden. Nichts wurde importiert, und die Datei ist unverändert.',
  'import-no-sound':
    'Diese Datei enthält keinen Ton. Nichts wurde importiert, und die Datei ist unverändert.',
  'engine-failed':
    'Die Spracherkennung auf diesem Computer hat angehalten. Der Ton ist gespeichert, und sie startet neu.',
  'engine-model-missing':
    'Das Sprachmodell ist auf diesem Computer nicht installiert. Der Ton ist gespeichert; installieren Sie Parley neu, oder benutzen Sie einen Schlüssel.',
  'settings-not-saved':
    'Die Einstellungen konnten nicht geschrieben werden, deshalb wurde nichts geändert. Ihre Aufnahmen sind sicher; prüfen Sie den Datenträger.',
  'update-while-recording':
    'Eine Aufnahme läuft, deshalb wurde nichts geändert. Beenden Sie zuerst die Aufnahme, und starten Sie dann neu.',
  'bad-input': 'Dieser Wert kann nicht verwendet werden. Nichts wurde geändert.',
  'not-allowed': 'Diese Seite darf das nicht. Nichts wurde geändert.',
  internal:
    'In Parley ist etwas schiefgegangen. Ihre Aufnahmen sind sicher; versuchen Sie es noch einmal, oder starten Sie Parley neu.',
}

export const errorDetails: Translation['errorDetails'] = {
  wrongCharacter: (place, what) => `Zeichen ${place} ist ${what}`,
  spaceOrLineBreak: 'ein Leerzeichen oder ein Zeilenumbruch',
  quoted: (character) => `„${character}“`,
  zones: { default: 'Standardzone', us: 'Zone USA', eu: 'Zone EU' },
}
