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
  'proxy-not-stored':
    'Sie sind am Proxy angemeldet, aber der Schlüsselbund hat das Passwort nicht gespeichert. Parley fragt nach dem nächsten Start wieder.',
  'proxy-not-asking': 'Kein Proxy fragt gerade nach einem Passwort. Nichts wurde gesendet.',
  'socket-blocked':
    'AssemblyAI antwortet, aber die Live-Verbindung öffnet sich nicht. Ein Proxy oder eine Firewall blockiert vielleicht WebSockets. Der Ton ist gespeichert, und Parley versucht es automatisch wieder.',
  'bad-answer':
    'Die Antwort des Dienstes enthält kein Token. Der Ton ist gespeichert; versuchen Sie es noch einmal, oder suchen Sie nach einem Update von Parley.',
  redirected:
    'Der Dienst hat die Anfrage an einen anderen Host umgeleitet, und Parley folgt dem nicht. Der Schlüssel wurde nicht dorthin gesendet.',
  'token-not-lent': 'Nur die Aufnahme bekommt ein Token, und nur während sie läuft.',
  'transcript-failed':
    'AssemblyAI konnte diesen Teil des Tons nicht transkribieren. Der Ton ist gespeichert; die Einzelheiten sagen, warum.',
  'begin-timeout':
    'Die Transkription hat nicht innerhalb von 10 Sekunden begonnen. Der Ton ist gespeichert, und Parley versucht es wieder.',
  'model-mismatch':
    'AssemblyAI benutzt ein anderes Modell als das gewählte, zu dessen Preis. Die Wörter sind gespeichert.',
  'model-refused':
    'AssemblyAI nimmt das gewählte Modell nicht an. Das Standardmodell transkribiert diese Besprechung; wählen Sie auf der Seite Transkription ein anderes.',
  'setting-not-applied':
    'AssemblyAI wendet eine Einstellung dieser Besprechung nicht an. Die Wörter sind gespeichert; die Einzelheiten sagen, welche.',
  'cost-limit':
    'AssemblyAI hat in diesem Monat etwa so viel gekostet, wie Ihre Grenze erlaubt. Aufnehmen geht wie bisher; ändern Sie die Grenze auf der Seite Transkription, oder benutzen Sie die Spracherkennung auf diesem Computer.',
  'service-warning':
    'AssemblyAI warnt vor etwas in dieser Sitzung. Die Aufnahme läuft weiter; die Einzelheiten sagen, was es ist.',
  'session-refused':
    'AssemblyAI hat die Sitzung abgelehnt. Der Ton ist gespeichert; die Einzelheiten sagen, warum.',
  'session-bad-input':
    'AssemblyAI hat eine Einstellung dieser Sitzung nicht angenommen. Der Ton ist gespeichert; prüfen Sie die Seite Transkription.',
  'microphone-replaced':
    'Das gewählte Mikrofon ist nicht verbunden. Bis es wieder da ist, wird das Standardmikrofon aufgenommen.',
  'system-denied':
    'Dieser Computer lässt Parley den Systemton nicht aufnehmen. Das Mikrofon ist nicht betroffen; erlauben Sie den Systemton in den Datenschutzeinstellungen, und schalten Sie ihn dann wieder ein.',
  'system-unsupported':
    'Der Systemton kann hier nicht aufgenommen werden. Das Mikrofon ist nicht betroffen; unter Linux braucht Parley PulseAudio oder PipeWire.',
  'system-failed':
    'Der Systemton konnte nicht geöffnet werden. Das Mikrofon ist nicht betroffen, und Parley versucht es automatisch wieder.',
  'system-default-only':
    'Nur was auf der Standardausgabe dieses Computers läuft, ist zu hören. Das Aufgenommene ist sicher; bleibt die andere Seite still, wählen Sie diese Ausgabe im Programm des Anrufs.',
  'system-monitor-muted':
    'Ein Programm spielt etwas, aber seine Ausgabe ist für Aufnahmen stumm, deshalb ist die andere Seite nicht zu hören. Das Aufgenommene ist sicher; drücken Sie auf Ton einschalten.',
  'system-not-chosen':
    'Ein anderes Programm als das gewählte spielt etwas und wird nicht aufgenommen. Das Aufgenommene ist sicher; drücken Sie auf Alles aufnehmen, um beide zu hören.',
  'playback-recorded':
    'Was Parley jetzt abspielt, wird als andere Seite aufgenommen, weil dieser Computer beides nicht unterscheiden kann. Der Rest ist sicher; pausieren Sie die Aufnahme, bevor Sie eine Besprechung abspielen.',
  'no-words':
    'Jemand scheint zu sprechen, aber seit 20 Sekunden gibt es keine Wörter. Der Ton ist gespeichert; prüfen Sie Sprache und Mikrofon.',
  'service-behind':
    'Die Wörter kommen mehr als 10 Sekunden zu spät. Der Ton ist gespeichert, und die Wörter holen automatisch auf.',
  'audio-read-failed':
    'Der Ton konnte nicht gelesen werden. Er wurde nicht geändert; prüfen Sie den Datenträger, und versuchen Sie es noch einmal.',
  'library-busy':
    'Ein anderes Programm benutzt die Bibliothek. Alles Gesagte wird behalten und gespeichert, sobald sie frei ist; schließen Sie das andere Programm, wenn das lange dauert.',
  'copy-not-found':
    'Diese Kopie der Bibliothek kann nicht gelesen werden. Nichts wurde geändert; wählen Sie eine andere Kopie.',
  'library-unavailable':
    'Die Bibliothek der Besprechungen konnte nicht geöffnet werden. Nichts darin wurde geändert; prüfen Sie den Datenträger, und starten Sie Parley neu.',
  'library-damaged':
    'Ein Teil der Bibliothek ist beschädigt. Alles Lesbare ist erhalten; beenden und starten Sie Parley, um sie zu reparieren.',
  'library-no-rights':
    'Parley darf nicht in den Ordner seiner Bibliothek schreiben. Nichts wurde geändert; geben Sie Ihrem Konto dort Schreibrecht, und starten Sie Parley neu.',
  'library-newer':
    'Die Bibliothek der Besprechungen stammt von einem neueren Parley. Nichts darin wurde geändert; aktualisieren Sie Parley, um sie zu öffnen.',
  'library-migration-failed':
    'Die Bibliothek der Besprechungen konnte nicht aktualisiert werden und ist deshalb schreibgeschützt. Sie ist unverändert, und daneben liegt eine Kopie; schaffen Sie Platz, und starten Sie Parley neu.',
  'library-read-only':
    'Parley kann nicht aufnehmen, weil die Bibliothek nicht aktualisiert werden konnte. Ihre Besprechungen sind sicher; schaffen Sie Platz, und starten Sie Parley neu.',
  'library-write-failed':
    'Der Text konnte nicht geschrieben werden. Er bleibt auf dem Bildschirm, und Parley versucht es wieder; prüfen Sie den Datenträger.',
  'meeting-not-deleted':
    'Der Ton dieser Besprechung konnte nicht gelöscht werden. Sie liegt noch im Papierkorb; schließen Sie Programme, die ihre Dateien benutzen, und versuchen Sie es noch einmal.',
  'turn-not-found': 'Diese Wörter sind nicht mehr in der Besprechung. Nichts wurde geändert.',
  'turn-not-final':
    'Diese Wörter können sich noch ändern. Nichts wurde geändert; gleich können Sie sie korrigieren.',
  'no-sound': 'Den Ton dieser Besprechung gibt es nicht mehr. Ihr Text ist unverändert.',
  'sound-not-packed':
    'Der Ton einer Besprechung konnte nicht komprimiert werden und bleibt wie aufgenommen. Parley versucht es beim nächsten Start wieder.',
  'retranscription-busy':
    'Eine andere Besprechung wird neu transkribiert. Warten Sie, bis das fertig ist, oder brechen Sie es ab.',
  'job-attempts':
    'Dieser Teil ging dreimal ohne Ergebnis an AssemblyAI, deshalb zahlt Parley nicht noch einmal dafür. Der Ton ist gespeichert; Neu transkribieren versucht es noch einmal.',
  'job-day-limit':
    'Parley hat an einem Tag 200 Aufnahmen an AssemblyAI gesendet. Bis morgen sendet es keine mehr, damit nichts mehr kostet, als Sie erwarten.',
  'retranscription-gaps':
    'Parley ergänzt in dieser Besprechung noch fehlende Wörter. Der Text ist unverändert; versuchen Sie es danach noch einmal.',
  'import-track':
    'Eine Spur dieser Datei hat eine Art von Ton, die Parley nicht lesen kann. Die anderen Spuren wurden importiert, und die Datei ist unverändert.',
  'import-not-a-file':
    'Dies ist keine Datei, die sich bis zum Ende lesen lässt. Nichts wurde importiert; wählen Sie eine Audio- oder Videodatei.',
  'import-folder-empty':
    'In diesem Ordner ist keine Audio- oder Videodatei. Nichts wurde importiert; legen Sie die Dateien selbst ab.',
  'import-cut':
    'Diese Datei ist beschädigt oder abgeschnitten. Der lesbare Teil wurde importiert, und die Datei ist unverändert.',
  'import-silent':
    'Der Ton dieser Datei ist still. Nichts wurde importiert, und die Datei ist unverändert.',
  'import-too-long':
    'Diese Datei ist länger als ein Tag. Nichts wurde importiert; teilen Sie sie, und versuchen Sie es noch einmal.',
  'import-unreadable':
    'Diese Datei konnte nicht gelesen werden. Nichts wurde importiert; prüfen Sie die Datei, und versuchen Sie es noch einmal.',
  'import-disk-full':
    'Der Datenträger hat keinen Platz für den Ton dieser Datei. Nichts wurde importiert, und Ihre Besprechungen sind sicher; schaffen Sie Platz, und importieren Sie die Datei noch einmal.',
  'import-not-written':
    'Der Ton dieser Datei konnte nicht geschrieben werden. Nichts wurde importiert, und Ihre Besprechungen sind sicher; prüfen Sie den Datenträger, und importieren Sie die Datei noch einmal.',
  'copy-failed':
    'Nichts wurde kopiert. Die Besprechung ist unverändert; klicken Sie in das Fenster, und versuchen Sie es noch einmal.',
  'markdown-folder-missing':
    'Den Ordner für Besprechungen als Markdown gibt es nicht. Die Besprechungen sind in der Bibliothek sicher und werden geschrieben, sobald er wieder da ist; oder wählen Sie einen anderen Ordner.',
  'markdown-folder-failed':
    'Parley kann nicht in den Ordner für Besprechungen als Markdown schreiben. Die Besprechungen sind in der Bibliothek sicher, und Parley versucht es wieder; schaffen Sie dort Platz, oder wählen Sie einen anderen Ordner.',
  'engine-model-damaged':
    'Das Sprachmodell auf diesem Computer ist beschädigt. Der Ton ist gespeichert; installieren Sie Parley neu, oder benutzen Sie einen Schlüssel.',
  'engine-unsupported':
    'Die Spracherkennung läuft auf dieser Art von Computer nicht. Benutzen Sie einen AssemblyAI-Schlüssel.',
  'model-unknown': 'Dieses Modell steht nicht mehr in der Liste. Nichts wurde geändert.',
  'model-no-space':
    'Für dieses Modell ist nicht genug Platz frei. Nichts wurde heruntergeladen; schaffen Sie Platz, und versuchen Sie es noch einmal.',
  'model-disk-full':
    'Der Datenträger ist voll. Was vom Modell angekommen ist, bleibt; schaffen Sie Platz, und drücken Sie auf Fortsetzen, oder löschen Sie es.',
  'model-cut':
    'Die Verbindung brach mehrmals ab. Was vom Modell angekommen ist, bleibt; drücken Sie auf Fortsetzen, sobald das Netzwerk wieder da ist.',
  'model-not-served':
    'Der Server hat diese Datei nicht. Nichts wurde installiert; versuchen Sie es später, oder nehmen Sie eine Datei, die Sie anderswo heruntergeladen haben.',
  'model-redirect':
    'Der Server verwies auf eine unsichere Adresse, deshalb wurde von dort nichts heruntergeladen. Versuchen Sie es später, oder nehmen Sie eine Datei, die Sie anderswo heruntergeladen haben.',
  'model-wrong-length':
    'Die Datei hat eine andere Länge als die veröffentlichte und wurde gelöscht. Laden Sie sie noch einmal oder von einer anderen Adresse herunter.',
  'model-wrong-hash':
    'Die Datei ist nicht die veröffentlichte und wurde nicht benutzt. Laden Sie sie noch einmal oder von einer anderen Adresse herunter.',
  'model-archive-refused':
    'Das Archiv des Modells enthält etwas, das nicht hineingehört, und wurde nicht entpackt. Laden Sie es noch einmal oder von einer anderen Adresse herunter.',
  'model-not-kept':
    'Das Modell konnte nicht geschrieben werden. Nichts wurde installiert; prüfen Sie den Datenträger, und versuchen Sie es noch einmal.',
  'model-not-removed':
    'Einige Dateien des Modells konnten nicht gelöscht werden. Versuchen Sie es noch einmal, oder löschen Sie sie im Ordner von Parley.',
  'model-unknown-file':
    'Diese Dateien bietet Parley nicht an, oder eine fehlt. Nichts wurde installiert; wählen Sie alle Dateien eines Modells.',
  'model-not-recognised':
    'In diesem Ordner ist kein Modell, das Parley benutzen kann. Nichts wurde geändert; wählen Sie den Ordner mit den Modelldateien und tokens.txt.',
  'model-mirror-address':
    'Die Adresse für Downloads kann nicht verwendet werden. Nichts wurde heruntergeladen; geben Sie eine mit https:// oder http:// am Anfang ein, oder lassen Sie das Feld leer.',
  'model-set-aside':
    'Ein Modell hat die Spracherkennung zweimal beendet und wird nicht mehr geladen. Der Ton ist gespeichert, und Parley benutzt Moonshine; in den Einstellungen können Sie das Modell wieder probieren.',
  'speakers-missing':
    'Die Modelle, die Personen unterscheiden, sind nicht auf diesem Computer. Nichts wurde geändert; laden Sie auf der Seite Modelle das Modell Speakers herunter, und versuchen Sie es noch einmal.',
  'voice-no-name':
    'Dieser Sprecher hat keinen Namen, deshalb wurde keine Stimme behalten. Benennen Sie den Sprecher, und versuchen Sie es noch einmal.',
  'voice-too-short':
    'Von dieser Stimme gibt es in der Besprechung zu wenig, deshalb wurde sie nicht behalten. Versuchen Sie es mit einer Besprechung, in der die Person länger spricht.',
  'voice-not-kept':
    'Die Stimme konnte nicht geschrieben werden. Nichts wurde behalten; prüfen Sie den Datenträger, und versuchen Sie es noch einmal.',
  'voice-not-deleted':
    'Die Stimme konnte nicht vollständig gelöscht werden. Versuchen Sie es noch einmal, oder löschen Sie ihre Datei im Ordner voices im Datenordner von Parley.',
  'chat-none':
    'Es ist kein Modell gewählt, das eine Besprechung lesen kann. Nichts wurde gesendet; wählen Sie auf der Seite Zusammenfassungen eines.',
  'chat-no-model':
    'Der Name des Modells fehlt. Nichts wurde gesendet; wählen Sie auf der Seite Zusammenfassungen eines.',
  'calendar-not-read':
    'Der Kalender konnte nicht gelesen werden. Früher gelesene Termine gelten weiter; wählen Sie den Kalender neu, wenn seine Datei verschoben wurde.',
  'calendar-none':
    'Das ist kein Kalender. Besprechungen werden wie bisher aufgenommen; wählen Sie eine .ics-Datei oder die Adresse einer solchen Datei.',
  'calendar-too-large':
    'Der Kalender ist größer als 20 MB. Er wird nicht gelesen; wählen Sie einen Kalender mit weniger Jahren.',
  'calendar-bad-address':
    'Diese Adresse kann nicht verwendet werden. Nichts wurde gesendet; sie muss mit https oder webcal beginnen.',
  'calendar-not-fetched':
    'Der Kalender kam von seiner Adresse nicht an. Früher gelesene Termine gelten weiter, und Parley versucht es in 30 Minuten erneut.',
  'chat-no-address':
    'Die Adresse des Servers fehlt. Nichts wurde gesendet; geben Sie sie auf der Seite Zusammenfassungen ein.',
  'chat-bad-address':
    'Diese Adresse kann nicht verwendet werden. Nichts wurde gesendet; sie muss mit https beginnen oder auf diesem Computer sein.',
  'chat-not-agreed': 'Nichts wurde gesendet, und die Besprechung ist unverändert.',
  'chat-not-reached':
    'Das Modell hat nicht geantwortet. Die Besprechung ist unverändert; prüfen Sie, ob sein Server läuft, und versuchen Sie es noch einmal.',
  'chat-key-rejected':
    'Der Server nimmt den Schlüssel für das Modell nicht an. Die Besprechung ist unverändert; prüfen Sie den Schlüssel.',
  'chat-not-there':
    'Der Server hat dieses Modell nicht, oder keinen Chat an dieser Adresse. Die Besprechung ist unverändert; wählen Sie das Modell noch einmal.',
  'chat-no-credit':
    'Das Konto des Modells hat kein Guthaben mehr. Die Besprechung ist unverändert; laden Sie das Konto auf.',
  'chat-busy':
    'Der Server des Modells bittet zu warten. Die Besprechung ist unverändert; versuchen Sie es in einer Minute noch einmal.',
  'chat-refused':
    'Der Server des Modells hat die Anfrage nicht angenommen. Die Besprechung ist unverändert; die Einzelheiten sagen, warum.',
  'chat-failed':
    'Der Server des Modells ist gescheitert. Die Besprechung ist unverändert; versuchen Sie es noch einmal, oder wählen Sie ein anderes Modell.',
  'chat-redirected':
    'Der Server des Modells hat die Anfrage umgeleitet, und Parley folgt dem nicht. Der Schlüssel wurde nicht dorthin gesendet, und die Besprechung ist unverändert.',
  'chat-cut':
    'Die Verbindung zum Modell ging verloren, bevor seine Antwort vollständig war. Die Besprechung ist unverändert; versuchen Sie es noch einmal.',
  'chat-slow':
    'Das Modell hat aufgehört zu antworten. Die Besprechung ist unverändert; versuchen Sie es noch einmal, oder wählen Sie ein kleineres Modell.',
  'chat-bad-answer':
    'Die Antwort des Modells kann nicht gelesen werden. Die Besprechung ist unverändert; prüfen Sie die Adresse, oder wählen Sie ein anderes Modell.',
  'minutes-no-words':
    'In dieser Besprechung gibt es noch keine Wörter, also nichts zusammenzufassen. Nichts wurde gesendet.',
  'minutes-no-template':
    'Diese Vorlage gibt es nicht mehr, oder sie hat keinen Abschnitt. Nichts wurde gesendet; wählen Sie eine andere Vorlage.',
  'minutes-running':
    'Ein Modell liest diese Besprechung schon. Warten Sie, oder brechen Sie es ab.',
  'folder-not-opened': 'Der Ordner konnte nicht geöffnet werden. Nichts wurde geändert.',
  'chat-empty':
    'Das Modell hat nichts geantwortet. Die Besprechung ist unverändert; versuchen Sie es noch einmal.',
  'suggestion-empty':
    'Das Modell hat weder einen Titel noch Schlagwörter vorgeschlagen, die sich verwenden lassen. Die Besprechung ist unverändert; versuchen Sie es noch einmal, oder wählen Sie ein anderes Modell.',
  'update-failed':
    'Das Update konnte nicht heruntergeladen werden. Diese Version läuft weiter, und Parley versucht es automatisch wieder; prüfen Sie das Netzwerk, wenn das so bleibt.',
  'update-not-signed':
    'Das Update ist nicht von den Machern von Parley signiert und wurde nicht installiert. Diese Version läuft weiter.',
  'update-not-ready': 'Kein Update ist bereit zur Installation. Nichts wurde geändert.',
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
