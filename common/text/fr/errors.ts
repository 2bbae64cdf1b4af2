import type { Translation } from '../catalogue'

export const errorSentences: Translation['errors'] = {
  'app-not-running': 'Parley n’est pas ouvert, il n’y a donc rien à faire. Lancez d’abord Parley.',

  'key-empty': 'Le champ ne contient pas encore de clé. Collez la clé de votre compte AssemblyAI.',
  'key-has-spaces':
    'Cette clé contient un espace ou un saut de ligne. Rien n’a été enregistré\u00a0; copiez à nouveau la clé entière et collez-la.',
  'key-not-ascii':
    'Cette clé contient des caractères qu’aucune clé AssemblyAI ne contient. Rien n’a été enregistré\u00a0; copiez à nouveau la clé entière et collez-la.',
  'key-too-short':
    'Ce texte est trop court pour être une clé. Rien n’a été enregistré\u00a0; copiez à nouveau la clé entière et collez-la.',
  'key-too-long':
    'Ce texte dépasse 512 caractères, ce n’est donc pas une clé. Rien n’a été enregistré\u00a0; copiez à nouveau la clé.',
  'key-name-empty': 'Une clé a besoin d’un nom, par exemple Travail. Rien n’a été enregistré.',
  'key-name-taken':
    'Une clé porte déjà ce nom. Rien n’a été enregistré\u00a0; choisissez un autre nom.',
  'key-not-found': 'Cette clé n’est plus dans la liste. Ajoutez-la à nouveau pour l’utiliser.',
  'key-missing-in-keychain':
    'Le trousseau de clés ne contient plus cette clé. Vos réunions sont en sécurité\u00a0; collez à nouveau la clé avec Remplacer.',
  'no-key': 'Aucune clé n’est utilisée. Ajoutez une clé, ou choisissez le moteur local.',

  'keychain-library-missing':
    'La bibliothèque du trousseau de clés (libsecret) n’est pas installée sur cet ordinateur. Rien n’a été modifié\u00a0; installez libsecret-1-0, ou conservez la clé jusqu’à la fermeture de Parley.',
  'keychain-no-session':
    'Cette session n’a pas de D-Bus, Parley ne peut donc pas accéder au trousseau de clés. Rien n’a été modifié\u00a0; conservez la clé jusqu’à la fermeture de Parley, ou lancez Parley depuis une session de bureau.',
  'keychain-no-service':
    'Aucun service de trousseau de clés n’est actif (GNOME Keyring ou KWallet). Rien n’a été modifié\u00a0; démarrez-en un, ou conservez la clé jusqu’à la fermeture de Parley.',
  'keychain-not-set-up':
    'Cet ordinateur n’a pas encore de trousseau de clés. Rien n’a été modifié\u00a0; créez un trousseau par défaut dans Mots de passe et clés (Seahorse) et réessayez, ou conservez la clé jusqu’à la fermeture de Parley.',
  'keychain-locked':
    'Le trousseau de clés est verrouillé. Rien n’a été modifié\u00a0; déverrouillez-le et réessayez, ou conservez la clé jusqu’à la fermeture de Parley.',
  'keychain-dismissed':
    'Le trousseau de clés a demandé une autorisation, mais la question a été fermée. Rien n’a été modifié\u00a0; réessayez, ou conservez la clé jusqu’à la fermeture de Parley.',
  'keychain-timeout':
    'Le trousseau de clés n’a pas répondu en 10 secondes. Rien n’a été modifié\u00a0; cherchez sa question à l’écran et réessayez, ou conservez la clé jusqu’à la fermeture de Parley.',
  'keychain-failed':
    'Le trousseau de clés a refusé la demande. Rien n’a été modifié\u00a0; réessayez, ou conservez la clé jusqu’à la fermeture de Parley.',

  'token-parameter':
    'Une valeur du jeton est hors limites. Aucune requête n’a été envoyée\u00a0; corrigez la valeur et réessayez.',
  'bad-request':
    'AssemblyAI n’a pas accepté la requête. Les détails indiquent quelle partie est incorrecte.',
  'key-rejected':
    'AssemblyAI n’accepte pas cette clé. Le son est conservé\u00a0; vérifiez la clé et sa zone, ou remplacez la clé.',
  'key-wrong-zone':
    'Cette clé appartient à une autre zone, indiquée dans les détails. La clé est inchangée\u00a0; ajoutez-la à nouveau avec cette zone.',
  'key-forbidden':
    'AssemblyAI n’autorise pas la transcription en direct avec cette clé. Le son est conservé\u00a0; vérifiez les autorisations de la clé dans votre compte.',
  'payment-required':
    'Le compte AssemblyAI n’a plus de crédit. Le son est conservé\u00a0; ajoutez du crédit dans votre compte.',
  'service-not-found':
    'L’adresse du service a changé. Le son est conservé\u00a0; cherchez une mise à jour de Parley.',
  'rate-limited':
    'AssemblyAI demande à Parley d’attendre, car trop de sessions ont été ouvertes. Le son est conservé, et Parley réessaie automatiquement.',
  'service-unavailable':
    'AssemblyAI n’est pas disponible pour le moment. Le son est conservé, et Parley réessaie automatiquement.',
  offline:
    'Il n’y a pas de réseau. Le son est conservé, et le texte en direct reprend au retour du réseau.',
  'dns-failed':
    'L’adresse d’AssemblyAI est introuvable. Le son est conservé\u00a0; vérifiez le réseau et son DNS.',
  'tls-failed':
    'La connexion sécurisée à AssemblyAI a été refusée. Le son est conservé\u00a0; vérifiez l’heure de cet ordinateur et tout proxy qui inspecte le trafic.',
  'proxy-failed':
    'Le proxy de ce réseau a bloqué la requête. Le son est conservé\u00a0; vérifiez les paramètres de proxy du système.',
  'proxy-sign-in-needed':
    'Le proxy de ce réseau demande un nom et un mot de passe. Le son est conservé\u00a0; connectez-vous, et Parley continue automatiquement.',
  'proxy-rejected':
    'Le proxy n’a pas accepté ce nom et ce mot de passe. Rien n’a été enregistré\u00a0; corrigez-les et réessayez.',
  'proxy-not-stored':
    'Vous êtes connecté au proxy, mais le trousseau de clés n’a pas enregistré le mot de passe. Parley le demandera à nouveau au prochain démarrage.',
  'proxy-not-asking': 'Aucun proxy ne demande de mot de passe pour le moment. Rien n’a été envoyé.',
  'socket-blocked':
    'AssemblyAI répond, mais la connexion en direct ne s’ouvre pas. Un proxy ou un pare-feu de ce réseau bloque peut-être les WebSockets. Le son est conservé, et Parley réessaie automatiquement.',
  'connection-failed':
    'La connexion à AssemblyAI a échoué. Le son est conservé, et Parley réessaie automatiquement\u00a0; vérifiez le réseau et le pare-feu.',
  'timed-out': 'AssemblyAI n’a pas répondu en 10 secondes. Le son est conservé\u00a0; réessayez.',
  'bad-answer':
    'La réponse du service ne contient pas de jeton. Le son est conservé\u00a0; réessayez, ou cherchez une mise à jour de Parley.',
  redirected:
    'Le service a redirigé la requête vers un autre hôte, ce que Parley ne suit pas. La clé n’y a pas été envoyée.',
  'token-not-lent': 'Seul l’enregistreur reçoit un jeton, et seulement pendant qu’il enregistre.',

  'transcript-failed':
    'AssemblyAI n’a pas pu transcrire cette partie du son. Le son est conservé\u00a0; les détails indiquent pourquoi.',

  'begin-timeout':
    'La transcription n’a pas commencé en 10 secondes. Le son est conservé, et Parley réessaie.',
  'model-mismatch':
    'AssemblyAI utilise un autre modèle que celui choisi, au prix de ce modèle. Les mots sont conservés.',
  'model-refused':
    'AssemblyAI n’accepte pas le modèle choisi. Son modèle par défaut transcrit cette réunion\u00a0; choisissez un autre modèle sur la page Transcription.',
  'setting-not-applied':
    'AssemblyAI n’applique pas un réglage de cette réunion. Les mots sont conservés\u00a0; les détails indiquent lequel.',
  'cost-limit':
    'Ce mois-ci, AssemblyAI a coûté à peu près ce que votre limite autorise. L’enregistrement fonctionne comme avant\u00a0; modifiez la limite sur la page Transcription, ou utilisez le moteur local.',
  'service-warning':
    'AssemblyAI signale un problème pour cette session. L’enregistrement continue\u00a0; les détails indiquent lequel.',
  'session-refused':
    'AssemblyAI a refusé la session. Le son est conservé\u00a0; les détails indiquent pourquoi.',
  'session-bad-input':
    'AssemblyAI n’a pas accepté un réglage de cette session. Le son est conservé\u00a0; vérifiez la page Transcription.',
  'session-lost': 'La connexion a été perdue. Le son est conservé, et Parley se reconnecte.',
  'session-offline':
    'Le texte en direct est interrompu, car la connexion a échoué plusieurs fois. Le son est enregistré, et Parley continue d’essayer.',

  'no-source':
    'Les deux sources sont désactivées. Activez le microphone ou le son du système, puis appuyez sur Enregistrer.',
  'no-microphone':
    'Aucun microphone n’a été trouvé. Branchez-en un\u00a0; un enregistrement en cours l’utilise automatiquement.',
  'microphone-denied':
    'Cet ordinateur n’autorise pas Parley à utiliser le microphone. Autorisez-le dans les paramètres de confidentialité du système, puis réessayez.',
  'microphone-busy':
    'Un autre programme utilise le microphone. Fermez ce programme, ou choisissez un autre microphone.',
  'microphone-failed':
    'Le microphone n’a pas pu être ouvert. Choisissez-en un autre sur la page Audio, ou rebranchez-le.',
  'microphone-ended':
    'Le microphone a été débranché. Ce qui a été enregistré est en sécurité\u00a0; rebranchez-le ou choisissez-en un autre.',
  'microphone-replaced':
    'Le microphone choisi n’est pas branché. Celui par défaut est enregistré en attendant.',
  'system-denied':
    'Cet ordinateur n’autorise pas Parley à enregistrer le son du système. Le microphone n’est pas concerné\u00a0; autorisez le son du système dans les paramètres de confidentialité, puis réactivez-le.',
  'system-unsupported':
    'Le son du système ne peut pas être enregistré ici. Le microphone n’est pas concerné\u00a0; sous Linux, Parley a besoin de PulseAudio ou de PipeWire.',
  'system-failed':
    'Le son du système n’a pas pu être ouvert. Le microphone n’est pas concerné, et Parley réessaie automatiquement.',
  'system-default-only':
    'Parley n’entend que la sortie par défaut de cet ordinateur. Ce qui a été enregistré est en sécurité\u00a0; si les autres restent silencieux, choisissez cette sortie dans le programme de l’appel.',
  'system-monitor-muted':
    'Un programme émet du son, mais sa sortie est coupée pour l’enregistrement\u00a0: les autres ne sont pas entendus. Ce qui a été enregistré est en sécurité\u00a0; appuyez sur Réactiver pour les entendre.',
  'system-not-chosen':
    'Un autre programme que celui choisi émet du son, et il n’est pas enregistré. Ce qui a été enregistré est en sécurité\u00a0; appuyez sur Tout enregistrer pour entendre les deux.',
  'playback-recorded':
    'Ce que Parley lit en ce moment est enregistré comme la voix des autres, car cet ordinateur ne peut pas les distinguer. Le reste de l’enregistrement est en sécurité\u00a0; mettez-le en pause avant de lire une réunion.',
  'already-recording': 'Un enregistrement est déjà en cours.',
  'not-recording': 'Aucun enregistrement n’est en cours.',
  'recorder-restarting':
    'L’enregistreur s’est arrêté de façon inattendue et redémarre. Ce qui a été enregistré est en sécurité.',
  'microphone-silent':
    'Le microphone est silencieux. L’enregistrement continue\u00a0; vérifiez que le microphone est branché et n’est pas coupé.',
  'no-words':
    'Quelqu’un semble parler, mais aucun mot n’est arrivé depuis 20 secondes. Le son est conservé\u00a0; vérifiez la langue et le microphone.',
  'service-behind':
    'Les mots ont plus de 10 secondes de retard. Le son est conservé, et les mots rattrapent leur retard automatiquement.',
  'disk-low':
    'Le disque a moins de 500 Mo d’espace libre. Ce qui a été enregistré est en sécurité\u00a0; libérez de l’espace pour que l’enregistrement puisse continuer.',
  'slept-paused':
    'L’ordinateur était en veille, l’enregistrement est donc en pause. Ce qui a été enregistré est en sécurité\u00a0; appuyez sur Reprendre pour continuer.',
  slept:
    'L’ordinateur était en veille, et rien n’a été enregistré pendant ce temps. L’enregistrement continue, et tout ce qui précède est en sécurité.',
  'disk-full':
    'Le disque est plein. Ce qui a été enregistré est en sécurité\u00a0; libérez de l’espace pour que le son puisse être conservé.',
  'audio-write-failed':
    'Le son n’a pas pu être écrit sur le disque. Le texte continue\u00a0; vérifiez le disque.',
  'audio-read-failed':
    'Le son n’a pas pu être lu sur le disque. Il n’a pas été modifié\u00a0; vérifiez le disque et réessayez.',
  'library-busy':
    'Un autre programme utilise la bibliothèque. Tout ce qui est dit est conservé, et sera écrit dès que la bibliothèque sera libre\u00a0; fermez l’autre programme si cela dure.',
  'copy-not-found':
    'Cette copie de la bibliothèque ne peut pas être lue. Rien n’a été modifié\u00a0; choisissez une autre copie.',
  'library-unavailable':
    'La bibliothèque des réunions n’a pas pu être ouverte. Rien n’y a été modifié\u00a0; vérifiez le disque et relancez Parley.',
  'library-damaged':
    'Une partie de la bibliothèque est endommagée. Tout ce qui est lisible est conservé\u00a0; quittez Parley et relancez-le pour réparer la bibliothèque.',
  'library-no-rights':
    'Parley n’a pas le droit d’écrire dans le dossier de sa bibliothèque. Rien n’a été modifié\u00a0; donnez ce droit à votre compte et relancez Parley.',
  'library-newer':
    'La bibliothèque des réunions a été écrite par une version plus récente de Parley. Rien n’y a été modifié\u00a0; mettez Parley à jour pour l’ouvrir.',
  'library-migration-failed':
    'La bibliothèque des réunions n’a pas pu être mise à jour, elle est donc en lecture seule. Elle est inchangée, et une copie se trouve à côté\u00a0; libérez de l’espace sur le disque et relancez Parley.',
  'library-read-only':
    'Parley ne peut pas enregistrer, car la bibliothèque des réunions n’a pas pu être mise à jour. Vos réunions sont en sécurité\u00a0; libérez de l’espace sur le disque et relancez Parley.',
  'library-write-failed':
    'Le texte n’a pas pu être écrit sur le disque. Il reste à l’écran et Parley réessaie\u00a0; vérifiez le disque.',
  'meeting-not-found': 'Cette réunion n’est plus dans la bibliothèque.',
  'meeting-recording':
    'Cette réunion est en cours d’enregistrement. Rien n’a été modifié\u00a0; arrêtez d’abord l’enregistrement.',
  'meeting-not-deleted':
    'Le son de cette réunion n’a pas pu être supprimé. La réunion est toujours dans la corbeille\u00a0; fermez les programmes qui utilisent ses fichiers et réessayez.',
  'turn-not-found': 'Ces mots ne sont plus dans la réunion. Rien n’a été modifié.',
  'turn-not-final':
    'Ces mots peuvent encore changer. Rien n’a été modifié\u00a0; vous pourrez les corriger dans un instant.',
  'search-failed':
    'La recherche a échoué. Vos réunions sont en sécurité\u00a0; saisissez à nouveau votre recherche, ou relancez Parley.',
  'export-failed':
    'Le fichier n’a pas pu être écrit. La réunion est inchangée\u00a0; choisissez un autre dossier.',
  'no-sound': 'Le son de cette réunion n’existe plus. Son texte est inchangé.',
  'sound-not-packed':
    'Le son d’une réunion n’a pas pu être compressé, il est donc conservé tel qu’enregistré. Parley réessaiera à son prochain démarrage.',
  'retranscription-busy':
    'Une autre réunion est en train d’être transcrite à nouveau. Attendez la fin, ou annulez-la.',
  'job-attempts':
    'Cette partie a été envoyée trois fois à AssemblyAI sans résultat, Parley ne paie donc pas une fois de plus. Le son est conservé\u00a0; Transcrire à nouveau fait un autre essai.',
  'job-day-limit':
    'Parley a envoyé 200 enregistrements à AssemblyAI en une journée. Il n’en envoie plus avant demain, pour que rien ne coûte plus que prévu.',
  'retranscription-gaps':
    'Parley complète encore les mots manquants de cette réunion. Le texte est inchangé\u00a0; réessayez quand ce sera terminé.',
  'import-unsupported':
    'Ce fichier contient un type d’audio que Parley ne peut pas lire. Rien n’a été importé\u00a0; convertissez-le en WAV, MP3 ou M4A et réessayez.',
  'import-track':
    'Une piste de ce fichier contient un type d’audio que Parley ne peut pas lire. Les autres pistes ont été importées, et le fichier est inchangé.',
  'import-empty':
    'Ce fichier est vide. Rien n’a été importé\u00a0; vérifiez que l’enregistrement a bien été sauvegardé.',
  'import-not-a-file':
    'Ceci n’est pas un fichier qui peut être lu jusqu’au bout. Rien n’a été importé\u00a0; choisissez un fichier audio ou vidéo.',
  'import-folder-empty':
    'Ce dossier ne contient aucun fichier audio ou vidéo. Rien n’a été importé\u00a0; déposez les fichiers eux-mêmes.',
  'import-damaged':
    'Ce fichier est endommagé, et son audio ne peut pas être lu. Rien n’a été importé, et le fichier est inchangé.',
  'import-cut':
    'Ce fichier est endommagé ou incomplet. La partie lisible a été importée, et le fichier est inchangé.',
  'import-no-sound':
    'Ce fichier ne contient pas d’audio. Rien n’a été importé, et le fichier est inchangé.',
  'import-silent':
    'L’audio de ce fichier est silencieux. Rien n’a été importé, et le fichier est inchangé.',
  'import-too-long':
    'Ce fichier dure plus d’une journée. Rien n’a été importé\u00a0; découpez-le et réessayez.',
  'import-unreadable':
    'Ce fichier n’a pas pu être lu sur le disque. Rien n’a été importé\u00a0; vérifiez le fichier et réessayez.',
  'import-disk-full':
    'Le disque n’a pas assez de place pour l’audio de ce fichier. Rien n’a été importé, et vos réunions sont en sécurité\u00a0; libérez de l’espace et importez à nouveau le fichier.',
  'import-not-written':
    'L’audio de ce fichier n’a pas pu être écrit sur le disque. Rien n’a été importé, et vos réunions sont en sécurité\u00a0; vérifiez le disque et importez à nouveau le fichier.',
  'copy-failed':
    'Rien n’a été copié. La réunion est inchangée\u00a0; cliquez dans la fenêtre et réessayez.',
  cancelled: 'Rien n’a été écrit.',
  'markdown-folder-missing':
    'Le dossier des réunions en Markdown n’existe pas. Les réunions sont en sécurité dans la bibliothèque et seront écrites au retour du dossier\u00a0; vous pouvez aussi choisir un autre dossier.',
  'markdown-folder-failed':
    'Parley ne peut pas écrire dans le dossier des réunions en Markdown. Les réunions sont en sécurité dans la bibliothèque, et Parley réessaie\u00a0; libérez de l’espace, ou choisissez un autre dossier.',

  'engine-model-missing':
    'Le modèle de reconnaissance vocale n’est pas installé sur cet ordinateur. Le son est conservé\u00a0; réinstallez Parley, ou utilisez une clé.',
  'engine-model-damaged':
    'Le modèle de reconnaissance vocale de cet ordinateur est endommagé. Le son est conservé\u00a0; réinstallez Parley, ou utilisez une clé.',
  'engine-failed': 'Le moteur local s’est arrêté. Le son est conservé, et le moteur redémarre.',
  'engine-unsupported':
    'Le moteur local ne fonctionne pas sur ce type d’ordinateur. Utilisez plutôt une clé AssemblyAI.',

  'model-unknown': 'Ce modèle n’est plus dans la liste. Rien n’a été modifié.',
  'model-no-space':
    'Il n’y a pas assez d’espace libre pour ce modèle. Rien n’a été téléchargé\u00a0; libérez de l’espace et réessayez.',
  'model-disk-full':
    'Le disque est plein. Ce qui a été reçu du modèle est conservé\u00a0; libérez de l’espace et appuyez sur Reprendre, ou supprimez-le.',
  'model-cut':
    'La connexion a été coupée plusieurs fois. Ce qui a été reçu du modèle est conservé\u00a0; appuyez sur Reprendre au retour du réseau.',
  'model-not-served':
    'Le serveur n’a pas ce fichier. Rien n’a été installé\u00a0; réessayez plus tard, ou utilisez un fichier téléchargé ailleurs.',
  'model-redirect':
    'Le serveur a renvoyé vers une adresse qui n’est pas sûre\u00a0; rien n’y a été téléchargé. Réessayez plus tard, ou utilisez un fichier téléchargé ailleurs.',
  'model-wrong-length':
    'Le fichier n’a pas la taille publiée, il a donc été supprimé. Téléchargez-le à nouveau, ou depuis une autre adresse.',
  'model-wrong-hash':
    'Le fichier n’est pas celui qui a été publié, il n’a donc pas été utilisé. Téléchargez-le à nouveau, ou depuis une autre adresse.',
  'model-archive-refused':
    'L’archive du modèle contient un élément qui n’a rien à y faire, elle n’a donc pas été décompressée. Téléchargez-la à nouveau, ou depuis une autre adresse.',
  'model-not-kept':
    'Le modèle n’a pas pu être écrit sur le disque. Rien n’a été installé\u00a0; vérifiez le disque et réessayez.',
  'model-not-removed':
    'Certains fichiers du modèle n’ont pas pu être supprimés. Réessayez, ou supprimez-les dans le dossier de Parley.',
  'model-unknown-file':
    'Parley ne propose pas ces fichiers au téléchargement, ou il en manque un. Rien n’a été installé\u00a0; choisissez tous les fichiers d’un même modèle.',
  'model-not-recognised':
    'Ce dossier ne contient aucun modèle que Parley puisse utiliser. Rien n’a été modifié\u00a0; choisissez le dossier qui contient les fichiers du modèle et tokens.txt.',
  'model-mirror-address':
    'L’adresse de téléchargement ne peut pas être utilisée. Rien n’a été téléchargé\u00a0; saisissez une adresse qui commence par https:// ou http://, ou laissez le champ vide.',
  'model-set-aside':
    'Un modèle a arrêté le moteur local deux fois, il n’est donc plus chargé. Le son est conservé, et Parley utilise Moonshine\u00a0; vous pouvez réessayer le modèle dans les paramètres.',
  'speakers-missing':
    'Les modèles qui distinguent les personnes ne sont pas sur cet ordinateur. Rien n’a été modifié\u00a0; téléchargez Speakers sur la page Modèles et réessayez.',
  'voice-no-name':
    'Cet intervenant n’a pas de nom, aucune voix n’a donc été conservée. Nommez l’intervenant et réessayez.',
  'voice-too-short':
    'Il y a trop peu de cette voix dans la réunion, elle n’a donc pas été conservée. Essayez avec une réunion où la personne parle plus longtemps.',
  'voice-not-kept':
    'La voix n’a pas pu être écrite sur le disque. Rien n’a été conservé\u00a0; vérifiez le disque et réessayez.',
  'voice-not-deleted':
    'La voix n’a pas pu être entièrement supprimée. Réessayez, ou supprimez son fichier dans le dossier voices du dossier de données de Parley.',

  'chat-none':
    'Aucun modèle capable de lire une réunion n’est choisi. Rien n’a été envoyé\u00a0; choisissez-en un sur la page Résumés.',
  'chat-no-model':
    'Il manque le nom du modèle. Rien n’a été envoyé\u00a0; choisissez-en un sur la page Résumés.',
  'calendar-not-read':
    'Le calendrier n’a pas pu être lu. Les rendez-vous déjà lus sont toujours utilisés\u00a0; choisissez à nouveau le calendrier si son fichier a été déplacé.',
  'calendar-none':
    'Ceci n’est pas un calendrier. Les réunions sont enregistrées comme avant\u00a0; choisissez un fichier .ics, ou l’adresse d’un tel fichier.',
  'calendar-too-large':
    'Le calendrier dépasse 20 Mo. Il n’est pas lu\u00a0; choisissez un calendrier qui couvre moins d’années.',
  'calendar-bad-address':
    'Cette adresse ne peut pas être utilisée. Rien n’a été envoyé\u00a0; elle doit commencer par https ou webcal.',
  'calendar-not-fetched':
    'Le calendrier n’est pas arrivé de son adresse. Les rendez-vous déjà lus sont toujours utilisés, et Parley réessaie dans 30 minutes.',
  'chat-no-address':
    'Il manque l’adresse du serveur. Rien n’a été envoyé\u00a0; saisissez-la sur la page Résumés.',
  'chat-bad-address':
    'Cette adresse ne peut pas être utilisée. Rien n’a été envoyé\u00a0; elle doit commencer par https, ou se trouver sur cet ordinateur.',
  'chat-not-agreed': 'Rien n’a été envoyé, et la réunion est inchangée.',
  'chat-not-reached':
    'Le modèle n’a pas répondu. La réunion est inchangée\u00a0; vérifiez que son serveur est en marche, et réessayez.',
  'chat-key-rejected':
    'Le serveur n’accepte pas la clé du modèle. La réunion est inchangée\u00a0; vérifiez la clé.',
  'chat-not-there':
    'Le serveur n’a pas ce modèle, ou n’a pas de chat à cette adresse. La réunion est inchangée\u00a0; choisissez à nouveau le modèle.',
  'chat-no-credit':
    'Le compte du modèle n’a plus de crédit. La réunion est inchangée\u00a0; ajoutez du crédit dans votre compte.',
  'chat-busy':
    'Le serveur du modèle demande d’attendre. La réunion est inchangée\u00a0; réessayez dans une minute.',
  'chat-refused':
    'Le serveur du modèle n’a pas accepté la requête. La réunion est inchangée\u00a0; les détails indiquent pourquoi.',
  'chat-failed':
    'Le serveur du modèle a rencontré une erreur. La réunion est inchangée\u00a0; réessayez, ou choisissez un autre modèle.',
  'chat-redirected':
    'Le serveur du modèle a redirigé la requête, ce que Parley ne suit pas. La clé n’y a pas été envoyée, et la réunion est inchangée.',
  'chat-cut':
    'La connexion au modèle a été perdue avant la fin de sa réponse. La réunion est inchangée\u00a0; réessayez.',
  'chat-slow':
    'Le modèle a cessé de répondre. La réunion est inchangée\u00a0; réessayez, ou choisissez un modèle plus petit.',
  'chat-bad-answer':
    'La réponse du modèle ne peut pas être lue. La réunion est inchangée\u00a0; vérifiez l’adresse, ou choisissez un autre modèle.',
  'minutes-no-words':
    'Il n’y a pas encore de mots dans cette réunion, il n’y a donc rien à résumer. Rien n’a été envoyé.',
  'minutes-no-template':
    'Cette trame n’existe plus, ou n’a aucune section. Rien n’a été envoyé\u00a0; choisissez une autre trame.',
  'minutes-running':
    'Un modèle est déjà en train de lire cette réunion. Attendez la fin, ou annulez.',
  'folder-not-opened': 'Le dossier n’a pas pu être ouvert. Rien n’a été modifié.',
  'chat-empty': 'Le modèle n’a rien répondu. La réunion est inchangée\u00a0; réessayez.',
  'suggestion-empty':
    'Le modèle n’a proposé ni titre ni étiquette utilisable. La réunion est inchangée ; réessayez, ou choisissez un autre modèle.',

  'update-failed':
    'La mise à jour n’a pas pu être téléchargée. Cette version continue de fonctionner, et Parley réessaie automatiquement\u00a0; vérifiez le réseau si cela se répète.',
  'update-not-signed':
    'La mise à jour n’est pas signée par les auteurs de Parley, elle n’a donc pas été installée. Cette version continue de fonctionner.',
  'update-while-recording':
    'Un enregistrement est en cours, rien n’a donc été modifié. Arrêtez d’abord l’enregistrement, puis redémarrez.',
  'update-not-ready': 'Aucune mise à jour n’est prête à être installée. Rien n’a été modifié.',

  'settings-not-saved':
    'Les paramètres n’ont pas pu être écrits sur le disque, rien n’a donc été modifié. Vos enregistrements sont en sécurité\u00a0; vérifiez le disque et réessayez.',

  'bad-input': 'Cette valeur ne peut pas être utilisée. Rien n’a été modifié.',
  'not-allowed': 'Cette page n’est pas autorisée à faire cela. Rien n’a été modifié.',
  internal:
    'Un problème est survenu dans Parley. Vos enregistrements sont en sécurité\u00a0; réessayez, ou relancez Parley.',
}

export const errorDetails: Translation['errorDetails'] = {
  wrongCharacter: (place, what) => `Le caractère ${place} est ${what}`,
  spaceOrLineBreak: 'un espace ou un saut de ligne',
  quoted: (character) => `«\u00a0${character}\u00a0»`,
  zones: { default: 'zone par défaut', us: 'zone États-Unis', eu: 'zone UE' },
}
