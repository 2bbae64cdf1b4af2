import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'
import { priceMonth } from '../../price-month'
import { live } from './live'

const plural = createPlural('fr')
const dollarFormat = new Intl.NumberFormat('fr', { minimumFractionDigits: 2 })

export const settings: Translation['window']['settings'] = {
  tabs: {
    keys: 'Clés',
    transcription: 'Transcription',
    models: 'Modèles',
    summaries: 'Résumés',
    audio: 'Audio',
    calendar: 'Calendrier',
    calls: 'Appels',
    storage: 'Stockage',
    appearance: 'Apparence',
    shortcuts: 'Raccourcis',
    desktop: 'Bureau',
    about: 'À propos',
  },
  label: 'Paramètres',
  transcription: {
    title: 'Transcription',
    intro:
      'Les langues et les termes s’appliquent aussitôt, même pendant un enregistrement. Les autres changements s’appliquent au prochain enregistrement.',
    engine: 'Moteur de transcription',
    service: 'AssemblyAI',
    serviceText:
      'Le son est envoyé à AssemblyAI pendant l’enregistrement, avec votre propre clé. Votre compte est facturé pour le temps de connexion d’un enregistrement.',
    serviceNoKey: 'Il vous faut une clé. Ajoutez-en une sur la page Clés.',
    onDevice: 'Cet ordinateur',
    onDeviceText:
      'Le son reste sur cet ordinateur, et la transcription est gratuite. Le modèle fourni avec Parley ne connaît que l’anglais. La page Modèles en propose d’autres, et des modèles qui distinguent les intervenants.',
    model: 'Modèle',
    modelText: ({ languages, priceOf, centsAnHour, state }) => {
      const count = languages === 'several' ? 'Plusieurs' : String(languages)
      return [
        languages === 'english' ? 'Anglais, le plus rapide.' : `${count} langues.`,
        centsAnHour === null
          ? 'Parley ne connaît pas le prix.'
          : `Tarif public (${priceMonth('fr', priceOf)})\u00a0: ${dollarFormat.format(centsAnHour / 100)}\u00a0$\u00a0US par heure.`,
        ...(state === 'current' ? [] : ['AssemblyAI va retirer ce modèle.']),
      ].join(' ')
    },
    modelAnswered: (label) => `AssemblyAI répond à ce nom avec ${label}.`,
    otherModel: 'Autre modèle…',
    otherModelName: 'Nom du modèle',
    otherModelText: 'Tel qu’AssemblyAI l’écrit. S’il est refusé, le modèle par défaut est utilisé.',
    otherModelBad: 'Un nom contient jusqu’à 80 lettres, chiffres, points et traits d’union.',
    languages: 'Langues',
    languagesHint: 'fr, en',
    languagesText: (names) => `Attendues\u00a0: ${names}.`,
    languagesAny:
      'Codes de deux lettres, séparés par des virgules. Laissez vide pour détecter la langue automatiquement.',
    languagesPro: 'Seuls les modèles Pro acceptent une liste de langues.',
    languagesBad:
      'Saisissez jusqu’à dix codes de deux lettres, comme fr ou en, séparés par des virgules.',
    keyTerms: 'Noms et termes à reconnaître',
    keyTermsText: 'Un par ligne, jusqu’à 100 termes de 50 caractères au plus.',
    keyTermsCount: (count) => plural(count, { one: '# terme', other: '# termes' }),
    keyTermsBad: 'Saisissez jusqu’à 100 termes de 50 caractères au plus. Rien n’a été enregistré.',
    speakers: 'Distinguer les intervenants',
    speakersText: 'Les intervenants s’appellent Intervenant A, Intervenant B, etc.',
    maxSpeakers: 'Nombre maximal d’intervenants',
    maxSpeakersText:
      'Limite stricte\u00a0: si plus de personnes parlent, certaines sont regroupées.',
    maxSpeakersAny: 'Sans limite',
    mode: 'Vitesse',
    modes: { balanced: 'Équilibrée', max_accuracy: 'La plus précise' },
    modeTexts: {
      balanced: 'Une intervention se termine après 0,1 à 1,3 seconde de silence.',
      max_accuracy:
        'Une intervention se termine après 0,5 à 2,6 secondes de silence, le texte définitif arrive donc environ une seconde plus tard. Sans effet quand les intervenants sont distingués.',
    },
    modePro: 'Seuls les modèles Pro permettent de choisir la vitesse.',
    focusTitle: 'Isolation de la voix',
    focus: {
      microphone: 'Isolation de la voix, microphone',
      system: 'Isolation de la voix, son du système',
    },
    focuses: {
      off: 'Désactivée',
      'near-field': 'Voix proche',
      'far-field': 'Voix dans la pièce',
    },
    focusText:
      'Supprime le bruit autour d’une voix. 0,10\u00a0$\u00a0US de plus par heure et par source.',
    focusPro: 'Seuls les modèles Pro proposent l’isolation de la voix.',
    redact: 'Masquer les données personnelles',
    redactText:
      'Les noms, numéros et adresses sont remplacés avant l’arrivée du texte. Il n’y a pas de texte pendant que quelqu’un parle\u00a0: le texte en direct et les sous-titres attendent la fin de chaque intervention. 0,12\u00a0$\u00a0US de plus par heure et par source.',
    profanity: 'Masquer les grossièretés',
    profanityService: 'Les mots offensants sont remplacés par des astérisques.',
    profanityDevice:
      'Le moteur local transcrit parfois un mot offensant que personne n’a dit. Ce réglage masque ces mots.',
    localModel: 'Modèle sur cet ordinateur',
    localModels: { base: 'Moonshine base', tiny: 'Moonshine tiny' },
    localModelText: {
      base: 'Anglais · 63 Mo · utilise environ la moitié d’un cœur du processeur',
      tiny: 'Anglais · 28 Mo · utilise environ un tiers d’un cœur et fait plus d’erreurs',
    },
    installed: 'Installé',
    notInstalled: 'Non installé',
    state: {
      stopped: 'Démarre avec le prochain enregistrement.',
      loading: 'Chargement du modèle.',
      ready: 'Prêt.',
      failed: 'Arrêté.',
    },
    load: (percent) => `Utilise ${percent} d’un cœur.`,
    delay: (time) => `Les mots définitifs arrivent ${time} après leur son.`,
    uses: {
      chosen: (model) => `${model} sur un fil d’exécution, car vous l’avez choisi.`,
      usual: (model) => `${model} sur un fil d’exécution, car aucun autre modèle n’est choisi.`,
      tooSlow: (model, chosen) =>
        `${model} sur un fil d’exécution, car cet ordinateur est trop lent pour ${chosen}.`,
      inPlace: (model) =>
        `${model} sur un fil d’exécution, car le modèle choisi ne peut pas être utilisé.`,
    },
    moreModels: 'Plus de modèles',
  },
  usage: {
    title: 'Coût de ce mois',
    nothing: 'Rien n’a été envoyé à AssemblyAI ce mois-ci.',
    priced: (time, dollars) => `${time}, environ ${dollars}\u00a0$\u00a0US`,
    almostFree: (time) => `${time}, moins de 0,01\u00a0$\u00a0US`,
    unpriced: (time) => `${time}, prix inconnu`,
    together: 'Total',
    about: (dollars) => `environ ${dollars}\u00a0$\u00a0US`,
    estimate:
      'Les secondes sont celles qu’AssemblyAI indique pour chaque session. Les dollars sont une estimation d’après les prix ci-dessous.',
    limit: 'Avertir à partir de ce montant par mois, en dollars US',
    noLimit: 'Sans limite',
    limitText:
      'Parley avertit avant un enregistrement et pendant celui-ci. Il n’arrête jamais un enregistrement.',
    limitBad: 'Saisissez un nombre entier de dollars, de 1 à 100\u00a0000.',
    showPrices: 'Afficher les prix',
    hidePrices: 'Masquer les prix',
    pricesText:
      'Dollars US par heure d’une session. Corrigez un prix si votre compte en paie un autre\u00a0; laissez vide pour le tarif public.',
    listPrice: (month) => `Tarif public, ${priceMonth('fr', month)}`,
    noListPrice: 'Aucun tarif public connu',
    ownPrice: 'Votre prix',
    priceBad: 'Saisissez un montant de 0 à 1\u00a0000.',
  },
  audio: {
    title: 'Audio',
    intro: 'Les changements s’appliquent aussitôt, même pendant un enregistrement.',
    sources: 'Sources',
    microphone: 'Microphone',
    microphoneText: 'Vous, et toute personne dans la pièce avec vous.',
    system: 'Son du système',
    systemText: 'Ce que joue cet ordinateur\u00a0: les autres participants d’un appel.',
    systemDefaultText:
      'Ce que joue cet ordinateur sur sa sortie par défaut\u00a0: les autres participants d’un appel. Parley n’entend pas les autres sorties et ne peut pas remarquer qu’elles jouent quelque chose\u00a0; choisissez donc la sortie par défaut dans le programme de l’appel.',
    programs: 'Ce qui est enregistré du son du système',
    everything: 'Tout ce qui est joué',
    onlyProgram: (name) => `Seulement ${name}`,
    nothing: live.noSources ?? '',
    sessions: 'Sessions',
    perSource: 'Une par source',
    perSourceText:
      'Chaque côté est transcrit séparément, même quand les deux parlent en même temps.',
    one: 'Une pour toutes les sources',
    oneText: 'Les deux côtés sont mixés. Chaque mot est attribué au côté le plus fort.',
    sessionsFrom: 'Un changement s’applique au prochain enregistrement.',
    costUnknown: 'Parley ne connaît pas le prix de ce modèle.',
    cost: (dollars) => `Environ ${dollars}\u00a0$\u00a0US par heure avec les deux sources.`,
    free: 'Gratuit sur cet ordinateur.',
    afterSleep: 'À la sortie de veille',
    goOn: 'Continuer l’enregistrement',
    goOnText: 'Le temps de veille est indiqué comme une coupure.',
    paused: 'Rester en pause',
    pausedText: 'Rien n’est enregistré tant que vous n’appuyez pas sur Reprendre.',
    forgotten: 'Un enregistrement qui semble oublié',
    forgottenText:
      'Après 15 minutes sans parole, et à l’heure de fin que vous avez choisie, Parley demande s’il faut arrêter. Il attend une réponse pendant deux minutes.',
    forgottenKeep: 'Sans réponse, continuer',
    forgottenKeepText: 'Parley redemande après les 15 minutes suivantes sans parole.',
    forgottenStop: 'Sans réponse, arrêter',
    forgottenStopText: 'La réunion est conservée avec tout ce qui précède.',
    systemDefault: 'Par défaut du système',
    unnamed: 'Microphone sans nom',
    missing: 'Non branché',
    processing: 'Traitement',
    echoCancellation: 'Suppression de l’écho',
    echoCancellationText: 'Retire ce que jouent vos haut-parleurs. Désactivez-la avec un casque.',
    noiseSuppression: 'Réduction du bruit',
    noiseSuppressionText:
      'Réduit le bruit des ventilateurs et des claviers. Désactivez-la si elle retire les voix faibles.',
    autoGainControl: 'Niveau automatique',
    autoGainControlText: 'Renforce les voix faibles et baisse les voix fortes.',
  },
  storage: {
    title: 'Stockage',
    space: 'Espace disque',
    audio: 'Son des réunions',
    text: 'Texte des réunions',
    models: 'Modèles sur cet ordinateur',
    free: (size) => `${size} libres sur ce disque.`,
    sound: 'Son des réunions terminées',
    sounds: {
      compress: 'Le compresser',
      keep: 'Le garder tel qu’enregistré',
      delete: 'Le supprimer après un certain temps',
    },
    soundTexts: {
      compress:
        'Environ 11 Mo par heure et par source. Il reste aussi clair qu’avant et peut encore être transcrit à nouveau.',
      keep: 'Environ 115 Mo par heure et par source.',
      delete: 'Le texte reste. En attendant, le son est compressé.',
    },
    deleteAfter: 'Supprimer le son après',
    days: (count) => plural(count, { one: '# jour', other: '# jours' }),
    deleteTitle: 'Supprimer le son des anciennes réunions\u00a0?',
    deleteText: (after) =>
      `Le son de chaque réunion sera supprimé ${after} après sa fin. Le son des réunions plus anciennes sera supprimé maintenant et ne pourra pas être restauré. Le texte reste.`,
    deleteAction: 'Supprimer l’ancien son',
    copies: 'Copies de la bibliothèque',
    copiesText:
      'Parley copie tout le texte une fois par jour s’il a changé, et garde sept copies. Le son n’en fait pas partie.',
    noCopies: 'Il n’y a pas encore de copie.',
    restore: 'Restaurer',
    restoreTitle: 'Restaurer cette copie\u00a0?',
    restoreText: (date) =>
      `Parley redémarre avec le texte du ${date}. Le texte actuel est conservé dans le dossier des copies.`,
    markdown: 'Réunions en Markdown',
    markdownText:
      'Parley écrit aussi chaque réunion terminée dans un fichier Markdown de votre dossier, et met le fichier à jour quand le texte change. Il ne modifie jamais un fichier que vous avez modifié.',
    choose: 'Choisir un dossier',
    chooseAnother: 'Choisir un autre dossier',
    stopWriting: 'Ne plus écrire de fichiers',
  },
  appearance: {
    title: 'Apparence',
    language: 'Langue',
    systemLanguage: 'Comme le système',
    languageText: 'Une autre langue s’applique au prochain démarrage de Parley.',
    restart: 'Redémarrer maintenant',
    theme: 'Thème',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
    textSize: 'Taille du texte',
    textSizeText: 'Change aussi avec Ctrl + et Ctrl -.',
    percent: (percent) => `${percent}\u00a0%`,
    comfort: 'Confort',
    contrast: 'Plus de contraste',
    contrastText:
      'Des couleurs plus marquées pour le texte et les bordures, même si le système ne le demande pas.',
    motion: 'Réduire les animations',
    motionText: 'Aucune animation, même si le système ne le demande pas.',
    announcer: 'Lecteur d’écran',
    announcerText:
      'À quelle fréquence un lecteur d’écran lit ce qui vient d’être dit dans un enregistrement.',
    announcerRates: {
      'each-turn': 'Après chaque prise de parole',
      '10-s': 'Toutes les 10 secondes',
      '30-s': 'Toutes les 30 secondes',
      off: 'Jamais',
    },
  },
  calendar: {
    title: 'Calendrier',
    intro:
      'Un nouvel enregistrement reçoit son titre et les noms de ses participants du rendez-vous en cours. Parley ne fait que lire le calendrier, et n’en envoie rien sauf si vous le choisissez ci-dessous.',
    file: 'Fichier de calendrier',
    fileText: 'Un fichier .ics sur cet ordinateur. Parley le relit quand il change.',
    chooseFile: 'Choisir un fichier…',
    address: 'Adresse du calendrier',
    addressHint: 'https://calendar.example.com/mine.ics',
    addressText:
      'Commence par https ou webcal. Parley demande le calendrier à cet hôte toutes les 30 minutes, et à aucun autre. Une telle adresse est souvent secrète\u00a0: elle est conservée dans le fichier des paramètres, que vous seul pouvez lire.',
    useAddress: 'Utiliser cette adresse',
    read: (time) => `Lu à ${time}`,
    reading: 'Lecture…',
    times: (moment, start, end) =>
      moment === start ? `${start} – ${end}` : `${moment}, ${start} – ${end}`,
    nothing: 'Aucun rendez-vous avec une heure dans les prochains jours.',
    refresh: 'Relire maintenant',
    remove: 'Supprimer',
    meetings: 'Ce que reçoit une réunion',
    meetingsText:
      'Le titre, et les personnes comme suggestions quand vous nommez un intervenant. Personne n’est nommé sans vous. Les événements d’une journée entière et les événements annulés sont ignorés.',
    terms: 'Utiliser les personnes du rendez-vous comme termes',
    termsText:
      'Leurs noms sont mieux entendus, et sont envoyés au moteur comme termes à reconnaître.',
    termsOnDevice: 'Sur cet ordinateur, ils ne coûtent rien.',
    termsPrice: (centsAnHour) =>
      centsAnHour === 0
        ? 'Ce modèle accepte des termes sans supplément.'
        : `Les termes coûtent ${dollarFormat.format(centsAnHour / 100)}\u00a0$\u00a0US de plus par heure de session.`,
  },
  calls: {
    title: 'Appels',
    notice: 'Appels d’autres programmes',
    noticeSwitch: 'Proposer d’enregistrer les appels',
    noticeText:
      'Quand un programme utilise le microphone pour un appel, Parley demande une fois. Rien n’est enregistré sans votre accord.',
    noticeImpossible: 'Ce système n’indique pas à Parley quel programme utilise le microphone.',
    ignored: (program) => `Pas pour ${program}`,
    askAgain: (program) => `Redemander pour ${program}`,
    askAgainShort: 'Redemander',
    consent: 'Me rappeler de demander le consentement',
    reminder: 'Me rappeler de demander le consentement',
    reminders: {
      off: 'Jamais',
      once: 'Au prochain enregistrement',
      always: 'À chaque enregistrement',
    },
    reminderTexts: {
      off: 'Vous pouvez toujours noter le consentement depuis la palette de commandes.',
      once: 'Le rappel se désactive ensuite.',
      always: 'Une ligne au-dessus de l’enregistrement demande si les autres sont d’accord.',
    },
    consentText: 'Texte à coller dans un appel',
    consentTextHint:
      'Le copier pendant un enregistrement note dans la réunion que vous avez demandé par écrit.',
    consentDefault:
      'J’aimerais enregistrer cette réunion et la faire transcrire, pour pouvoir m’y référer ensuite. Est-ce que tout le monde est d’accord\u00a0?',
    copy: 'Copier le texte',
    copied: 'Copié',
    restoreText: 'Rétablir le texte de Parley',
    reminderLine: {
      label: 'Consentement',
      text: 'Tout le monde accepte-t-il l’enregistrement\u00a0? La réunion note quand et comment vous avez demandé.',
      spoken: 'Demandé de vive voix, ils sont d’accord',
      written: 'Copier le texte pour l’appel',
      later: 'Pas maintenant',
    },
    noted: {
      spoken: (time) => `Consentement demandé de vive voix à ${time}`,
      written: (time) => `Consentement demandé par écrit à ${time}`,
    },
    privacy: 'Quand vous partagez votre écran',
    privacyText:
      'Ce qui est masqué ici reste sur votre écran, et les autres voient un espace vide.',
    privacyImpossible: 'Ce système ne peut pas masquer une fenêtre dans le partage d’écran.',
    hide: { window: 'Masquer la fenêtre', captions: 'Masquer les sous-titres' },
    hidden: {
      window: 'Fenêtre masquée dans le partage',
      captions: 'Sous-titres masqués dans le partage',
      both: 'Masqué dans le partage d’écran',
    },
  },
  shortcuts: {
    title: 'Raccourcis',
    intro:
      'Des touches qui fonctionnent quand un autre programme est au premier plan, et la ligne de commande.',
    everywhere: 'Partout',
    actions: {
      'record-or-stop': 'Démarrer ou arrêter l’enregistrement',
      'pause-or-resume': 'Mettre en pause ou reprendre',
      mark: 'Marquer ce moment',
      captions: 'Afficher ou masquer les sous-titres',
      mute: 'Couper ou réactiver ma voix',
    },
    states: {
      off: 'Pas encore utilisé.',
      on: 'Prêt. Appuyez dessus pour l’essayer.',
      taken: 'Un autre programme utilise ces touches. Choisissez-en d’autres.',
      refused: 'Ce système n’accepte pas ces touches. Choisissez-en d’autres.',
      asked:
        'Ces touches ont été demandées à votre bureau. Appuyez dessus pour voir s’il a accepté.',
    },
    works: 'Cela fonctionne.',
    none: 'Aucune touche',
    change: (name, keys) => `${name}, ${keys}\u00a0: modifier`,
    changeShort: 'Modifier',
    press: 'Appuyez sur les nouvelles touches',
    remove: (name) => `${name}\u00a0: supprimer les touches`,
    removeShort: 'Supprimer',
    defaults: 'Rétablir les touches habituelles',
    inWindow: 'Dans la fenêtre',
    inWindowText:
      'Chaque action de la fenêtre figure dans la palette de commandes, avec sa touche.',
    showAll: 'Afficher toutes les touches',
    commandLine: 'Ligne de commande',
    commandLineText:
      'Un bureau ou un script peut exécuter ces commandes. Chacune répond par une ligne de JSON.',
    commands: [
      { command: 'parley --toggle-recording', does: 'Démarre ou arrête un enregistrement.' },
      { command: 'parley --pause', does: 'Met en pause ou reprend.' },
      { command: 'parley --mark', does: 'Marque ce moment.' },
      { command: 'parley --captions', does: 'Affiche ou masque les sous-titres.' },
      { command: 'parley --status', does: 'Indique ce que fait Parley.' },
    ],
  },
  desktop: {
    title: 'Bureau',
    background: 'En arrière-plan',
    startAtLogin: 'Lancer à l’ouverture de session',
    startAtLoginText: 'Parley démarre dans la zone de notification, sans sa fenêtre.',
    keepRunning: 'Continuer quand la fenêtre est fermée',
    keepRunningText:
      'Parley reste dans la zone de notification, pour que ses raccourcis fonctionnent et que les appels soient remarqués. Sur un bureau sans zone de notification, la fenêtre est réduite à la place.',
  },
  about: {
    title: 'À propos',
    product: 'Parley enregistre les réunions et les transcrit en direct.',
    version: 'Version',
    electron: 'Electron',
    chromium: 'Chromium',
    platform: 'Système',
    updates: 'Mises à jour',
    lookForUpdates: 'Rechercher automatiquement les mises à jour',
    lookForUpdatesText:
      'Interroge l’adresse de mise à jour au démarrage de Parley et une fois par jour. Rien n’est téléchargé pendant un enregistrement.',
    lookNow: 'Rechercher maintenant',
    stage: {
      unsupported:
        'Les mises à jour sont désactivées dans cette copie. Cherchez les nouvelles versions là où vous l’avez obtenue.',
      off: 'La recherche automatique est désactivée.',
      unknown: 'Pas encore vérifié.',
      newest: (ago) => `Parley est à jour. Vérifié ${ago}.`,
      checking: 'Recherche de mises à jour.',
      waiting: (version) => `Parley ${version} sera téléchargé après l’enregistrement.`,
      downloading: (version) => `Téléchargement de Parley ${version}.`,
      found: (version) => `Parley ${version} est disponible.`,
      ready: (version) => `Parley ${version} est prêt. Il sera installé au redémarrage.`,
    },
    licences: 'Licences',
    licencesText:
      'Parley repose sur Electron, Chromium, React, Base UI, Inter, SQLite, sherpa-onnx, ONNX Runtime, Moonshine, Silero VAD et de nombreux autres composants.',
    showLicences: 'Afficher toutes les licences',
    licence: (name, version, licence) => `${name} ${version} · ${licence}`,
  },
}
