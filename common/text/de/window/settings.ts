import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'
import { priceMonth } from '../../price-month'
import { live } from './live'

const plural = createPlural('de')
const dollarFormat = new Intl.NumberFormat('de', { minimumFractionDigits: 2 })

export const settings: Translation['window']['settings'] = {
  tabs: {
    keys: 'Schlüssel',
    transcription: 'Transkription',
    models: 'Modelle',
    summaries: 'Zusammenfassungen',
    audio: 'Audio',
    calendar: 'Kalender',
    calls: 'Anrufe',
    storage: 'Speicher',
    appearance: 'Darstellung',
    shortcuts: 'Tastenkürzel',
    desktop: 'Desktop',
    about: 'Über Parley',
  },
  label: 'Einstellungen',
  transcription: {
    title: 'Transkription',
    intro:
      'Sprachen und Begriffe gelten sofort, auch während einer Aufnahme. Andere Änderungen gelten ab der nächsten Aufnahme.',
    engine: 'Spracherkennung',
    service: 'AssemblyAI',
    serviceText:
      'Der Ton geht während der Aufnahme mit Ihrem eigenen Schlüssel an AssemblyAI. Ihr Konto zahlt für die Zeit, in der eine Aufnahme verbunden ist.',
    serviceNoKey: 'Sie brauchen einen Schlüssel. Fügen Sie auf der Seite „Schlüssel“ einen hinzu.',
    onDevice: 'Dieser Computer',
    onDeviceText:
      'Der Ton bleibt auf diesem Computer, und die Transkription ist kostenlos. Das Modell, das mit Parley kommt, kann nur Englisch. Auf der Seite Modelle gibt es andere, und solche, die Sprecher unterscheiden.',
    model: 'Modell',
    modelText: ({ languages, priceOf, centsAnHour, state }) => {
      const count = languages === 'several' ? 'Mehrere' : String(languages)
      return [
        languages === 'english' ? 'Englisch, am schnellsten.' : `${count} Sprachen.`,
        centsAnHour === null
          ? 'Parley kennt den Preis nicht.'
          : `Listenpreis (${priceMonth('de', priceOf)}): ${dollarFormat.format(centsAnHour / 100)} US-Dollar pro Stunde.`,
        ...(state === 'current' ? [] : ['AssemblyAI stellt dieses Modell ein.']),
      ].join(' ')
    },
    modelAnswered: (label) => `AssemblyAI antwortet auf diesen Namen mit ${label}.`,
    otherModel: 'Anderes Modell…',
    otherModelName: 'Name des Modells',
    otherModelText: 'Wie AssemblyAI es schreibt. Wird es abgelehnt, gilt das Standardmodell.',
    otherModelBad: 'Ein Name hat bis zu 80 Buchstaben, Ziffern, Punkte und Bindestriche.',
    languages: 'Sprachen',
    languagesHint: 'de, en',
    languagesText: (names) => `Erwartet: ${names}.`,
    languagesAny:
      'Codes aus zwei Buchstaben, mit Komma getrennt. Leer lassen, um die Sprache zu erkennen.',
    languagesPro: 'Nur die Pro-Modelle nehmen eine Liste von Sprachen an.',
    languagesBad:
      'Geben Sie bis zu zehn Codes aus zwei Buchstaben ein, etwa de oder en, mit Komma getrennt.',
    keyTerms: 'Namen und Begriffe, auf die geachtet wird',
    keyTermsText: 'Einer pro Zeile, bis zu 100 Begriffe mit je bis zu 50 Zeichen.',
    keyTermsCount: (count) => plural(count, { one: '# Begriff', other: '# Begriffe' }),
    keyTermsBad:
      'Geben Sie bis zu 100 Begriffe mit je bis zu 50 Zeichen ein. Nichts wurde gespeichert.',
    speakers: 'Sprecher unterscheiden',
    speakersText: 'Sprecher heißen Sprecher A, Sprecher B und so weiter.',
    maxSpeakers: 'Höchstens so viele Sprecher',
    maxSpeakersText: 'Eine harte Grenze: sprechen mehr Personen, werden einige zusammengelegt.',
    maxSpeakersAny: 'Keine Grenze',
    mode: 'Tempo',
    modes: { balanced: 'Ausgewogen', max_accuracy: 'Am genauesten' },
    modeTexts: {
      balanced: 'Ein Beitrag endet nach 0,1 bis 1,3 Sekunden Stille.',
      max_accuracy:
        'Ein Beitrag endet nach 0,5 bis 2,6 Sekunden Stille, deshalb kommt der endgültige Text etwa eine Sekunde später. Ohne Wirkung, solange Sprecher unterschieden werden.',
    },
    modePro: 'Nur bei den Pro-Modellen lässt sich das Tempo wählen.',
    focusTitle: 'Stimmfokus',
    focus: { microphone: 'Stimmfokus, Mikrofon', system: 'Stimmfokus, Systemton' },
    focuses: { off: 'Aus', 'near-field': 'Nahe Stimme', 'far-field': 'Stimmen im Raum' },
    focusText: 'Entfernt Geräusche um eine Stimme. 0,10 US-Dollar mehr pro Stunde und Quelle.',
    focusPro: 'Nur die Pro-Modelle haben Stimmfokus.',
    redact: 'Persönliche Daten verbergen',
    redactText:
      'Namen, Nummern und Adressen werden ersetzt, bevor der Text kommt. Solange jemand spricht, gibt es keinen Text: Live-Text und Untertitel warten auf das Ende jedes Beitrags. 0,12 US-Dollar mehr pro Stunde und Quelle.',
    profanity: 'Schimpfwörter verbergen',
    profanityService: 'Anstößige Wörter werden durch Sternchen ersetzt.',
    profanityDevice:
      'Die Spracherkennung auf diesem Computer schreibt manchmal ein anstößiges Wort, das niemand gesagt hat. Solche Wörter werden verborgen.',
    uses: {
      chosen: (model) => `${model} auf einem Kern, weil Sie es gewählt haben.`,
      usual: (model) => `${model} auf einem Kern, weil kein anderes Modell gewählt ist.`,
      tooSlow: (model, chosen) =>
        `${model} auf einem Kern, weil dieser Computer für ${chosen} zu langsam ist.`,
      inPlace: (model) =>
        `${model} auf einem Kern, weil das gewählte Modell nicht benutzt werden kann.`,
    },
    moreModels: 'Weitere Modelle',
    localModel: 'Modell auf diesem Computer',
    localModels: { base: 'Moonshine base', tiny: 'Moonshine tiny' },
    localModelText: {
      base: 'Englisch · 63 MB · braucht etwa einen halben Prozessorkern',
      tiny: 'Englisch · 28 MB · braucht etwa ein Drittel eines Kerns und macht mehr Fehler',
    },
    installed: 'Installiert',
    notInstalled: 'Nicht installiert',
    state: {
      stopped: 'Startet mit der nächsten Aufnahme.',
      loading: 'Das Modell wird geladen.',
      ready: 'Bereit.',
      failed: 'Angehalten.',
    },
    load: (percent) => `Braucht ${percent} eines Kerns.`,
    delay: (time) => `Endgültige Wörter kommen ${time} nach ihrem Ton.`,
  },
  usage: {
    title: 'Kosten in diesem Monat',
    nothing: 'In diesem Monat wurde nichts an AssemblyAI gesendet.',
    priced: (time, dollars) => `${time}, etwa ${dollars} US-Dollar`,
    almostFree: (time) => `${time}, weniger als 0,01 US-Dollar`,
    unpriced: (time) => `${time}, Preis nicht bekannt`,
    together: 'Zusammen',
    about: (dollars) => `etwa ${dollars} US-Dollar`,
    estimate:
      'Die Sekunden meldet AssemblyAI für jede Sitzung. Die Dollar sind eine Schätzung nach den Preisen unten.',
    limit: 'Warnen ab diesem Betrag im Monat, in US-Dollar',
    noLimit: 'Keine Grenze',
    limitText:
      'Parley warnt vor einer Aufnahme und während sie läuft. Es beendet nie eine Aufnahme.',
    limitBad: 'Geben Sie ganze Dollar von 1 bis 100.000 ein.',
    showPrices: 'Preise zeigen',
    hidePrices: 'Preise ausblenden',
    pricesText:
      'US-Dollar pro Stunde einer Sitzung. Ändern Sie einen Preis, wenn Ihr Konto einen anderen zahlt; leer gilt der Listenpreis.',
    listPrice: (month) => `Listenpreis, ${priceMonth('de', month)}`,
    noListPrice: 'Kein Listenpreis bekannt',
    ownPrice: 'Ihr Preis',
    priceBad: 'Geben Sie einen Betrag von 0 bis 1000 ein.',
  },
  audio: {
    title: 'Audio',
    intro: 'Änderungen gelten sofort, auch während einer Aufnahme.',
    sources: 'Quellen',
    microphone: 'Mikrofon',
    microphoneText: 'Sie und alle, die mit Ihnen im Raum sind.',
    system: 'Systemton',
    systemText: 'Was dieser Computer abspielt: die andere Seite eines Anrufs.',
    systemDefaultText:
      'Was dieser Computer auf seiner Standardausgabe abspielt: die andere Seite eines Anrufs. Andere Ausgaben hört Parley nicht und bemerkt nicht, dass dort etwas läuft. Wählen Sie deshalb im Programm des Anrufs die Standardausgabe.',
    programs: 'Was vom Systemton aufgenommen wird',
    everything: 'Alles, was läuft',
    onlyProgram: (name) => `Nur ${name}`,
    nothing: live.noSources ?? '',
    sessions: 'Sitzungen',
    perSource: 'Eine pro Quelle',
    perSourceText: 'Jede Seite wird getrennt transkribiert, auch wenn beide gleichzeitig sprechen.',
    one: 'Eine für alle Quellen',
    oneText: 'Beide Seiten werden gemischt. Jedes Wort gehört zur lauteren Seite.',
    sessionsFrom: 'Eine Änderung gilt ab der nächsten Aufnahme.',
    costUnknown: 'Parley kennt den Preis dieses Modells nicht.',
    cost: (dollars) => `Etwa ${dollars} US-Dollar pro Stunde mit beiden Quellen.`,
    free: 'Kostenlos auf diesem Computer.',
    afterSleep: 'Nach dem Ruhezustand',
    goOn: 'Weiter aufnehmen',
    goOnText: 'Die Zeit im Ruhezustand erscheint als Lücke.',
    paused: 'Pausiert bleiben',
    pausedText: 'Es wird nichts aufgenommen, bis Sie auf „Weiter“ drücken.',
    forgotten: 'Eine Aufnahme, die vergessen scheint',
    forgottenText:
      'Nach 15 Minuten ohne Sprache und zur festgelegten Endzeit fragt Parley, ob die Aufnahme enden soll. Es wartet zwei Minuten auf eine Antwort.',
    forgottenKeep: 'Ohne Antwort weiter aufnehmen',
    forgottenKeepText: 'Parley fragt nach den nächsten 15 Minuten ohne Sprache wieder.',
    forgottenStop: 'Ohne Antwort beenden',
    forgottenStopText: 'Die Besprechung wird mit allem bis dahin gespeichert.',
    systemDefault: 'Systemstandard',
    unnamed: 'Mikrofon ohne Namen',
    missing: 'Nicht verbunden',
    processing: 'Bearbeitung',
    echoCancellation: 'Echo entfernen',
    echoCancellationText:
      'Entfernt, was Ihre Lautsprecher abspielen. Schalten Sie es mit Kopfhörern aus.',
    noiseSuppression: 'Rauschen unterdrücken',
    noiseSuppressionText:
      'Dämpft Lüfter und Tastaturen. Schalten Sie es aus, wenn leise Stimmen verschwinden.',
    autoGainControl: 'Automatischer Pegel',
    autoGainControlText: 'Hebt leise Stimmen an und senkt laute.',
  },
  storage: {
    title: 'Speicher',
    space: 'Speicherplatz',
    audio: 'Ton der Besprechungen',
    text: 'Text der Besprechungen',
    models: 'Modelle auf diesem Computer',
    free: (size) => `${size} frei auf diesem Datenträger.`,
    sound: 'Ton beendeter Besprechungen',
    sounds: {
      compress: 'Komprimieren',
      keep: 'Wie aufgenommen behalten',
      delete: 'Nach einiger Zeit löschen',
    },
    soundTexts: {
      compress:
        'Etwa 11 MB pro Stunde und Quelle. Klingt so klar wie vorher und kann weiter neu transkribiert werden.',
      keep: 'Etwa 115 MB pro Stunde und Quelle.',
      delete: 'Der Text bleibt. Bis dahin wird der Ton komprimiert.',
    },
    deleteAfter: 'Ton löschen nach',
    days: (count) => plural(count, { one: '# Tag', other: '# Tagen' }),
    deleteTitle: 'Den Ton alter Besprechungen löschen?',
    deleteText: (after) =>
      `Der Ton jeder Besprechung wird nach ${after} gelöscht. Der Ton älterer Besprechungen wird jetzt gelöscht und kann nicht wiederhergestellt werden. Der Text bleibt.`,
    deleteAction: 'Alten Ton löschen',
    copies: 'Kopien der Bibliothek',
    copiesText:
      'Parley kopiert allen Text einmal am Tag, wenn sich etwas geändert hat, und behält sieben Kopien. Der Ton gehört nicht dazu.',
    noCopies: 'Es gibt noch keine Kopie.',
    restore: 'Wiederherstellen',
    restoreTitle: 'Diese Kopie wiederherstellen?',
    restoreText: (date) =>
      `Parley startet mit dem Text vom ${date} neu. Der jetzige Text bleibt im Ordner der Kopien.`,
    markdown: 'Besprechungen als Markdown',
    markdownText:
      'Parley schreibt jede beendete Besprechung auch als Markdown-Datei in Ihren Ordner und aktualisiert die Datei, wenn sich der Text ändert. Eine Datei, die Sie bearbeitet haben, ändert es nie.',
    choose: 'Ordner wählen',
    chooseAnother: 'Anderen Ordner wählen',
    stopWriting: 'Keine Dateien mehr schreiben',
  },
  appearance: {
    title: 'Darstellung',
    language: 'Sprache',
    systemLanguage: 'Wie das System',
    languageText: 'Eine andere Sprache gilt ab dem nächsten Start von Parley.',
    restart: 'Jetzt neu starten',
    theme: 'Design',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    textSize: 'Textgröße',
    textSizeText: 'Auch mit Strg + und Strg −.',
    percent: (percent) => `${percent} %`,
    comfort: 'Lesbarkeit',
    contrast: 'Mehr Kontrast',
    contrastText: 'Kräftigere Farben für Text und Ränder, auch wenn das System sie nicht verlangt.',
    motion: 'Weniger Bewegung',
    motionText: 'Keine Animationen, auch wenn das System das nicht verlangt.',
    announcer: 'Screenreader',
    announcerText: 'Wie oft ein Screenreader vorliest, was in einer Aufnahme gerade gesagt wurde.',
    announcerRates: {
      'each-turn': 'Nach jedem Beitrag',
      '10-s': 'Alle 10 Sekunden',
      '30-s': 'Alle 30 Sekunden',
      off: 'Nie',
    },
  },
  calendar: {
    title: 'Kalender',
    intro:
      'Eine neue Aufnahme bekommt ihren Titel und die Namen ihrer Personen vom Termin dieser Stunde. Parley liest den Kalender nur und sendet nichts daraus, außer Sie wählen es unten.',
    file: 'Kalenderdatei',
    fileText: 'Eine .ics-Datei auf diesem Computer. Parley liest sie neu, wenn sie sich ändert.',
    chooseFile: 'Datei wählen…',
    address: 'Kalenderadresse',
    addressHint: 'https://kalender.example.com/meiner.ics',
    addressText:
      'Beginnt mit https oder webcal. Parley fragt diesen Server alle 30 Minuten nach dem Kalender, und keinen anderen. Eine solche Adresse ist oft geheim: Sie steht in der Datei der Einstellungen, die nur Sie lesen können.',
    useAddress: 'Diese Adresse verwenden',
    read: (time) => `Gelesen um ${time}`,
    reading: 'Wird gelesen…',
    times: (moment, start, end) =>
      moment === start ? `${start} – ${end}` : `${moment}, ${start} – ${end}`,
    nothing: 'In den nächsten Tagen gibt es keinen Termin mit Uhrzeit.',
    refresh: 'Jetzt lesen',
    remove: 'Entfernen',
    meetings: 'Was eine Besprechung bekommt',
    meetingsText:
      'Den Titel, und die Personen als Vorschläge, wenn Sie einen Sprecher benennen. Niemand wird ohne Sie benannt. Ganztägige und abgesagte Termine werden ausgelassen.',
    terms: 'Die Personen des Termins als Begriffe verwenden',
    termsText:
      'Ihre Namen werden besser erkannt und dafür als Begriffe an die Spracherkennung gesendet.',
    termsOnDevice: 'Auf diesem Computer kostet das nichts.',
    termsPrice: (centsAnHour) =>
      centsAnHour === 0
        ? 'Dieses Modell nimmt Begriffe ohne Aufpreis.'
        : `Begriffe kosten ${dollarFormat.format(centsAnHour / 100)} US-Dollar mehr pro Stunde einer Sitzung.`,
  },
  calls: {
    title: 'Anrufe',
    notice: 'Anrufe anderer Programme',
    noticeSwitch: 'Die Aufnahme von Anrufen anbieten',
    noticeText:
      'Wenn ein Programm das Mikrofon für einen Anruf benutzt, fragt Parley einmal. Nur wenn Sie zustimmen, wird aufgenommen.',
    noticeImpossible: 'Dieses System sagt Parley nicht, welches Programm das Mikrofon benutzt.',
    ignored: (program) => `Nicht für ${program}`,
    askAgain: (program) => `Bei ${program} wieder fragen`,
    askAgainShort: 'Wieder fragen',
    consent: 'An die Einwilligung erinnern',
    reminder: 'An die Einwilligung erinnern',
    reminders: { off: 'Nie', once: 'Bei der nächsten Aufnahme', always: 'Bei jeder Aufnahme' },
    reminderTexts: {
      off: 'Über die Befehlspalette können Sie die Einwilligung trotzdem vermerken.',
      once: 'Danach schaltet sich die Erinnerung aus.',
      always: 'Eine Zeile über der Aufnahme fragt, ob die anderen einverstanden sind.',
    },
    consentText: 'Text zum Einfügen in einen Anruf',
    consentTextHint:
      'Wird er während einer Aufnahme kopiert, vermerkt die Besprechung, dass Sie schriftlich gefragt haben.',
    consentDefault:
      'Ich möchte diese Besprechung gern aufnehmen und mitschreiben lassen, damit ich später nachsehen kann. Sind alle damit einverstanden?',
    copy: 'Text kopieren',
    copied: 'Kopiert',
    restoreText: 'Text von Parley wiederherstellen',
    reminderLine: {
      label: 'Einwilligung',
      text: 'Sind alle mit der Aufnahme einverstanden? Die Besprechung vermerkt, wann und wie Sie gefragt haben.',
      spoken: 'Mündlich gefragt, alle einverstanden',
      written: 'Text für den Anruf kopieren',
      later: 'Jetzt nicht',
    },
    noted: {
      spoken: (time) => `Einwilligung mündlich erbeten ${time}`,
      written: (time) => `Einwilligung schriftlich erbeten ${time}`,
    },
    privacy: 'Wenn Sie den Bildschirm teilen',
    privacyText:
      'Was hier verborgen ist, bleibt auf Ihrem Bildschirm, und andere sehen eine leere Stelle.',
    privacyImpossible: 'Dieses System kann ein Fenster beim Teilen nicht verbergen.',
    hide: { window: 'Fenster verbergen', captions: 'Untertitel verbergen' },
    hidden: {
      window: 'Fenster beim Teilen verborgen',
      captions: 'Untertitel beim Teilen verborgen',
      both: 'Beim Teilen verborgen',
    },
  },
  shortcuts: {
    title: 'Tastenkürzel',
    intro:
      'Tasten, die wirken, während ein anderes Programm im Vordergrund ist, und die Befehlszeile.',
    everywhere: 'Überall',
    actions: {
      'record-or-stop': 'Aufnahme starten oder beenden',
      'pause-or-resume': 'Pausieren oder fortsetzen',
      mark: 'Diesen Moment markieren',
      captions: 'Untertitel ein- oder ausblenden',
      mute: 'Meine Seite stumm oder laut',
    },
    states: {
      off: 'Noch nicht in Gebrauch.',
      on: 'Bereit. Drücken Sie die Tasten zur Probe.',
      taken: 'Ein anderes Programm hat diese Tasten. Wählen Sie andere.',
      refused: 'Dieses System nimmt diese Tasten nicht an. Wählen Sie andere.',
      asked:
        'Ihr Desktop wurde um diese Tasten gebeten. Drücken Sie sie, um zu sehen, ob er zugestimmt hat.',
    },
    works: 'Es funktioniert.',
    none: 'Keine Tasten',
    change: (name, keys) => `${name}, ${keys}: ändern`,
    changeShort: 'Ändern',
    press: 'Neue Tasten drücken',
    remove: (name) => `${name}: Tasten entfernen`,
    removeShort: 'Entfernen',
    defaults: 'Übliche Tasten wiederherstellen',
    inWindow: 'Im Fenster',
    inWindowText: 'Jede Aktion des Fensters steht mit ihrer Taste in der Befehlspalette.',
    showAll: 'Alle Tasten zeigen',
    commandLine: 'Befehlszeile',
    commandLineText:
      'Ein Desktop oder ein Skript kann diese Befehle ausführen. Jeder antwortet mit einer Zeile JSON.',
    commands: [
      { command: 'parley --toggle-recording', does: 'Startet oder beendet eine Aufnahme.' },
      { command: 'parley --pause', does: 'Pausiert oder setzt fort.' },
      { command: 'parley --mark', does: 'Markiert diesen Moment.' },
      { command: 'parley --captions', does: 'Zeigt oder verbirgt die Untertitel.' },
      { command: 'parley --status', does: 'Sagt, was Parley gerade tut.' },
    ],
  },
  desktop: {
    title: 'Desktop',
    background: 'Im Hintergrund',
    startAtLogin: 'Beim Anmelden starten',
    startAtLoginText: 'Parley startet im Infobereich, ohne Fenster.',
    keepRunning: 'Weiterlaufen, wenn das Fenster geschlossen wird',
    keepRunningText:
      'Parley bleibt im Infobereich, damit Tastenkürzel wirken und Anrufe bemerkt werden. Auf einem Desktop ohne Infobereich wird das Fenster stattdessen minimiert.',
  },
  about: {
    title: 'Über Parley',
    product: 'Parley nimmt Besprechungen auf und transkribiert sie live.',
    version: 'Version',
    electron: 'Electron',
    chromium: 'Chromium',
    platform: 'System',
    updates: 'Updates',
    lookForUpdates: 'Automatisch nach Updates suchen',
    lookForUpdatesText:
      'Fragt beim Start und einmal am Tag bei der Update-Adresse nach. Während einer Aufnahme wird nichts heruntergeladen.',
    lookNow: 'Jetzt suchen',
    stage: {
      unsupported:
        'In dieser Kopie sind Updates aus. Neue Versionen finden Sie dort, woher Sie diese Kopie haben.',
      off: 'Die automatische Suche ist ausgeschaltet.',
      unknown: 'Noch nicht gesucht.',
      newest: (ago) => `Parley ist aktuell. Gesucht ${ago}.`,
      checking: 'Sucht nach Updates.',
      waiting: (version) => `Parley ${version} wird nach der Aufnahme heruntergeladen.`,
      downloading: (version) => `Parley ${version} wird heruntergeladen.`,
      found: (version) => `Parley ${version} ist verfügbar.`,
      ready: (version) => `Parley ${version} ist bereit. Es wird beim Neustart installiert.`,
    },
    licences: 'Lizenzen',
    licencesText:
      'Parley enthält Electron, Chromium, React, Base UI, Inter, SQLite, sherpa-onnx, ONNX Runtime, Moonshine, Silero VAD und viele andere Bestandteile.',
    showLicences: 'Alle Lizenzen zeigen',
    licence: (name, version, licence) => `${name} ${version} · ${licence}`,
  },
}
