/** Separate, so that a page that needs only this sentence does not load all of them. */
const internalErrorSentence =
  'Something went wrong inside Parley. Your recordings are safe; try again, or start Parley again.'

/**
 * The sentence for each error code: what happened, what is safe, what to do.
 * Sentence case, no blame, no exclamation.
 */
export const errorSentences = {
  'app-not-running': 'Parley is not running, so there is nothing to do. Start Parley first.',

  // Keys that a person enters
  'key-empty': 'There is no key in the field yet. Paste the key from your AssemblyAI account.',
  'key-has-spaces':
    'This key contains a space or a line break. Nothing was saved; copy the whole key again and paste it.',
  'key-not-ascii':
    'This key contains characters that no AssemblyAI key has. Nothing was saved; copy the whole key again and paste it.',
  'key-too-short':
    'This text is too short for a key. Nothing was saved; copy the whole key again and paste it.',
  'key-too-long':
    'This text is longer than 512 characters, so it is not a key. Nothing was saved; copy the key again.',
  'key-name-empty': 'A key needs a name, such as Work. Nothing was saved.',
  'key-name-taken': 'A key with this name already exists. Nothing was saved; choose another name.',
  'key-not-found': 'This key is no longer in the list. Add it again to use it.',
  'key-missing-in-keychain':
    'The keychain no longer has this key. Your meetings are safe; paste the key again with Replace.',
  'no-key': 'No key is in use. Add a key, or choose the on-device engine.',

  // The keychain
  'keychain-library-missing':
    'The keychain library (libsecret) is not installed on this computer. Nothing was changed; install libsecret-1-0, or keep the key until you quit.',
  'keychain-no-session':
    'This session has no D-Bus, so Parley cannot reach the keychain. Nothing was changed; keep the key until you quit, or start Parley from a desktop session.',
  'keychain-no-service':
    'No keychain service is running (GNOME Keyring or KWallet). Nothing was changed; start one, or keep the key until you quit.',
  'keychain-not-set-up':
    'This computer has no keyring yet. Nothing was changed; create a default keyring in Passwords and Keys (Seahorse) and try again, or keep the key until you quit.',
  'keychain-locked':
    'The keychain is locked. Nothing was changed; unlock it and try again, or keep the key until you quit.',
  'keychain-dismissed':
    'The keychain asked for permission, but the question was closed. Nothing was changed; try again, or keep the key until you quit.',
  'keychain-timeout':
    'The keychain did not answer within 10 seconds. Nothing was changed; look for its question on the screen and try again, or keep the key until you quit.',
  'keychain-failed':
    'The keychain refused the request. Nothing was changed; try again, or keep the key until you quit.',

  // Tokens and the service
  'token-parameter':
    'A value for the token is outside its range. No request was sent; correct the value and try again.',
  'bad-request': 'AssemblyAI did not accept the request. The details say which part is wrong.',
  'key-rejected':
    'AssemblyAI does not accept this key. The audio is saved; check the key and its zone, or replace the key.',
  'key-wrong-zone':
    'This key belongs to another zone, which the details name. The key is unchanged; add it again with that zone.',
  'key-forbidden':
    'AssemblyAI does not allow this key to stream. The audio is saved; check the permissions of the key in your account.',
  'payment-required':
    'The AssemblyAI account has no credit left. The audio is saved; add credit in your account.',
  'service-not-found':
    'The address of the service has changed. The audio is saved; check for an update of Parley.',
  'rate-limited':
    'AssemblyAI asks Parley to wait, because too many sessions were started. The audio is saved, and Parley tries again automatically.',
  'service-unavailable':
    'AssemblyAI is not available at the moment. The audio is saved, and Parley tries again automatically.',
  offline:
    'There is no network. The audio is saved, and live text continues when the network is back.',
  'dns-failed':
    'The address of AssemblyAI could not be found. The audio is saved; check the network and its DNS.',
  'tls-failed':
    'The secure connection to AssemblyAI was refused. The audio is saved; check the clock of this computer and any proxy that inspects traffic.',
  'proxy-failed':
    'The proxy of this network blocked the request. The audio is saved; check the proxy settings of the system.',
  'proxy-sign-in-needed':
    'The proxy of this network asks for a name and a password. The audio is saved; sign in, and Parley continues automatically.',
  'proxy-rejected':
    'The proxy did not accept this name and password. Nothing was saved; correct them and try again.',
  'proxy-not-stored':
    'You are signed in to the proxy, but the keychain did not save the password. Parley asks for it again after the next start.',
  'proxy-not-asking': 'No proxy asks for a password now. Nothing was sent.',
  'socket-blocked':
    'AssemblyAI answers, but the live connection does not open. A proxy or firewall of this network may block WebSockets. The audio is saved, and Parley tries again automatically.',
  'connection-failed':
    'The connection to AssemblyAI failed. The audio is saved, and Parley tries again automatically; check the network and any firewall.',
  'timed-out': 'AssemblyAI did not answer within 10 seconds. The audio is saved; try again.',
  'bad-answer':
    'The answer of the service contains no token. The audio is saved; try again, or check for an update of Parley.',
  redirected:
    'The service redirected the request to another host, which Parley does not follow. The key was not sent there.',
  'token-not-lent': 'Only the recorder gets a token, and only while it records.',

  // The pre-recorded transcript
  'transcript-failed':
    'AssemblyAI could not transcribe this part of the audio. The audio is saved; the details say why.',

  // The streaming session
  'begin-timeout':
    'The transcription did not start within 10 seconds. The audio is saved, and Parley tries again.',
  'model-mismatch':
    'AssemblyAI uses another model than the chosen one, at the price of that model. The words are saved.',
  'model-refused':
    'AssemblyAI does not accept the chosen model. Its default model transcribes this meeting; choose another model on the Transcription page.',
  'setting-not-applied':
    'AssemblyAI does not apply a setting of this meeting. The words are saved; the details say which.',
  'cost-limit':
    'AssemblyAI has cost about as much this month as your limit allows. Recording works as before; change the limit on the Transcription page, or use the engine on this computer.',
  'service-warning':
    'AssemblyAI warns about this session. The recording continues; the details say what the warning is.',
  'session-refused': 'AssemblyAI refused the session. The audio is saved; the details say why.',
  'session-bad-input':
    'AssemblyAI did not accept a setting of this session. The audio is saved; check the Transcription page.',
  'session-lost': 'The connection was lost. The audio is saved, and Parley connects again.',
  'session-offline':
    'Live text is interrupted, because the connection failed several times. The audio is being recorded, and Parley keeps trying.',

  // Recording
  'no-source':
    'Both sources are turned off. Turn on the microphone or the system audio, then press Record.',
  'no-microphone':
    'No microphone was found. Connect one; a running recording uses it automatically.',
  'microphone-denied':
    'This computer does not let Parley use the microphone. Allow it in the privacy settings of the system, then try again.',
  'microphone-busy':
    'Another program is using the microphone. Close that program, or choose another microphone.',
  'microphone-failed':
    'The microphone could not be opened. Choose another one on the Audio page, or connect it again.',
  'microphone-ended':
    'The microphone was disconnected. The recording so far is safe; connect it again or choose another one.',
  'microphone-replaced':
    'The chosen microphone is not connected. The default one is recorded until it is back.',
  'system-denied':
    'This computer does not let Parley record the system audio. The microphone is not affected; allow system audio in the privacy settings, then turn it on again.',
  'system-unsupported':
    'The system audio cannot be recorded here. The microphone is not affected; on Linux, Parley needs PulseAudio or PipeWire.',
  'system-failed':
    'The system audio could not be opened. The microphone is not affected, and Parley tries again automatically.',
  'system-default-only':
    'Only what plays on the default output of this computer can be heard. What was recorded is safe; if the other side stays silent, choose that output in the program of the call.',
  'system-monitor-muted':
    'A program plays something, but its output is muted for recording, so the other side is not heard. What was recorded is safe; press Unmute to hear it.',
  'system-not-chosen':
    'Another program than the chosen one plays, and it is not recorded. What was recorded is safe; press Record everything to hear both.',
  'playback-recorded':
    'What Parley plays now is recorded as the other side, since this computer cannot tell them apart. The rest of the recording is safe; pause it before you play a meeting.',
  'already-recording': 'A recording is already running.',
  'not-recording': 'No recording is running.',
  'recorder-restarting':
    'The recorder stopped unexpectedly and is restarting. The recording so far is safe.',
  'microphone-silent':
    'The microphone is silent. The recording continues; check that the microphone is connected and not muted.',
  'no-words':
    'Somebody seems to speak, but there have been no words for 20 seconds. The audio is saved; check the language and the microphone.',
  'service-behind':
    'The words are more than 10 seconds late. The audio is saved, and the words catch up automatically.',
  'disk-low':
    'The disk has less than 500 MB of free space. The recording so far is safe; free some space so that it can continue.',
  'slept-paused':
    'The computer was asleep, so the recording is paused. The recording so far is safe; press Resume to continue.',
  slept:
    'The computer was asleep, and nothing was recorded meanwhile. The recording continues, and everything before is safe.',
  'disk-full':
    'The disk is full. The recording so far is safe; free some space so that the audio can be saved.',
  'audio-write-failed':
    'The audio could not be written to the disk. The text continues; check the disk.',
  'audio-read-failed':
    'The audio could not be read from the disk. It was not changed; check the disk and try again.',
  'library-busy':
    'Another program is using the library. Everything that is said is kept, and saved as soon as the library is free; close the other program if this takes long.',
  'copy-not-found':
    'This copy of the library cannot be read. Nothing was changed; choose another copy.',
  'library-unavailable':
    'The library of meetings could not be opened. Nothing in it was changed; check the disk and start Parley again.',
  'library-damaged':
    'A part of the library is damaged. Everything readable is kept; quit Parley and start it again to repair the library.',
  'library-no-rights':
    'Parley is not allowed to write in the folder of its library. Nothing was changed; give your account write permission there and start Parley again.',
  'library-newer':
    'The library of meetings was written by a newer Parley. Nothing in it was changed; update Parley to open it.',
  'library-migration-failed':
    'The library of meetings could not be updated, so it is read-only. It is unchanged, and there is a copy next to it; free some disk space and start Parley again.',
  'library-read-only':
    'Parley cannot record, because the library of meetings could not be updated. Your meetings are safe; free some disk space and start Parley again.',
  'library-write-failed':
    'The text could not be written to the disk. It stays on the screen and Parley tries again; check the disk.',
  'meeting-not-found': 'This meeting is no longer in the library.',
  'meeting-recording':
    'This meeting is being recorded. Nothing was changed; stop the recording first.',
  'meeting-not-deleted':
    'The audio of this meeting could not be deleted. The meeting is still in the bin; close programs that use its files and try again.',
  'turn-not-found': 'These words are no longer in the meeting. Nothing was changed.',
  'turn-not-final':
    'These words may still change. Nothing was changed; you can correct them in a moment.',
  'search-failed': 'The search failed. Your meetings are safe; type again, or start Parley again.',
  'export-failed':
    'The file could not be written. The meeting is unchanged; choose another folder.',
  'no-sound': 'The audio of this meeting no longer exists. Its text is unchanged.',
  'sound-not-packed':
    'The audio of a meeting could not be compressed, so it is kept as recorded. Parley tries again at its next start.',
  'retranscription-busy':
    'Another meeting is being transcribed again. Wait until that is finished, or cancel it.',
  'job-attempts':
    'This part was sent to AssemblyAI three times without a result, so Parley does not pay for it again. The audio is saved; Re-transcribe tries once more.',
  'job-day-limit':
    'Parley has sent 200 recordings to AssemblyAI within a day. It sends no more until tomorrow, so that nothing costs more than you expect.',
  'retranscription-gaps':
    'Parley is still filling in missing words in this meeting. The text is unchanged; try again when it has finished.',
  'import-unsupported':
    'This file has a kind of audio that Parley cannot read. Nothing was imported; convert it to WAV, MP3 or M4A and try again.',
  'import-track':
    'One track of this file has a kind of audio that Parley cannot read. The other tracks were imported, and the file is unchanged.',
  'import-empty': 'This file is empty. Nothing was imported; check that the recording was saved.',
  'import-not-a-file':
    'This is not a file that can be read to its end. Nothing was imported; choose an audio or video file.',
  'import-folder-empty':
    'There is no audio or video file in this folder. Nothing was imported; drop the files themselves.',
  'import-damaged':
    'This file is damaged, and its audio cannot be read. Nothing was imported, and the file is unchanged.',
  'import-cut':
    'This file is damaged or cut off. The readable part was imported, and the file is unchanged.',
  'import-no-sound':
    'This file contains no audio. Nothing was imported, and the file is unchanged.',
  'import-silent':
    'The audio of this file is silent. Nothing was imported, and the file is unchanged.',
  'import-too-long':
    'This file is longer than a day. Nothing was imported; cut it into parts and try again.',
  'import-unreadable':
    'This file could not be read from the disk. Nothing was imported; check the file and try again.',
  'import-disk-full':
    'The disk has no room for the audio of this file. Nothing was imported, and your meetings are safe; free some space and import the file again.',
  'import-not-written':
    'The audio of this file could not be written to the disk. Nothing was imported, and your meetings are safe; check the disk and import the file again.',
  'copy-failed':
    'Nothing was copied. The meeting is unchanged; click inside the window and try again.',
  cancelled: 'Nothing was written.',
  'markdown-folder-missing':
    'The folder for meetings as Markdown does not exist. The meetings are safe in the library and will be written when the folder is back; or choose another folder.',
  'markdown-folder-failed':
    'Parley cannot write to the folder for meetings as Markdown. The meetings are safe in the library, and Parley tries again; free some space there, or choose another folder.',

  // The on-device engine
  'engine-model-missing':
    'The speech model is not installed on this computer. The audio is saved; install Parley again, or use a key.',
  'engine-model-damaged':
    'The speech model on this computer is damaged. The audio is saved; install Parley again, or use a key.',
  'engine-failed':
    'The on-device engine stopped. The audio is saved, and the engine is restarting.',
  'engine-unsupported':
    'The on-device engine does not run on this kind of computer. Use an AssemblyAI key instead.',

  // Models that are downloaded
  'model-unknown': 'This model is not in the list any more. Nothing was changed.',
  'model-no-space':
    'There is not enough free space for this model. Nothing was downloaded; free some space and try again.',
  'model-disk-full':
    'The disk is full. What has arrived of the model is kept; free some space and press Resume, or delete it.',
  'model-cut':
    'The connection was cut several times. What has arrived of the model is kept; press Resume when the network is back.',
  'model-not-served':
    'The server does not have this file. Nothing was installed; try again later, or use a file that you downloaded elsewhere.',
  'model-redirect':
    'The server pointed to an address that is not safe, so nothing was downloaded from there. Try again later, or use a file that you downloaded elsewhere.',
  'model-wrong-length':
    'The file has another length than the published one, so it was deleted. Download it again, or from another address.',
  'model-wrong-hash':
    'The file is not the published one, so it was not used. Download it again, or from another address.',
  'model-archive-refused':
    'The archive of the model holds something that does not belong there, so it was not unpacked. Download it again, or from another address.',
  'model-not-kept':
    'The model could not be written to the disk. Nothing was installed; check the disk and try again.',
  'model-not-removed':
    'Some files of the model could not be deleted. Try again, or delete them in the folder of Parley.',
  'model-unknown-file':
    'These files are none that Parley offers to download, or one of them is missing. Nothing was installed; choose all files of one model.',
  'model-not-recognised':
    'There is no model in this folder that Parley can use. Nothing was changed; choose the folder with the model files and tokens.txt.',
  'model-mirror-address':
    'The address for downloads cannot be used. Nothing was downloaded; enter one that begins with https:// or http://, or leave it empty.',
  'model-set-aside':
    'A model ended the on-device engine twice, so it is not loaded any more. The audio is saved, and Parley uses Moonshine; you can try the model again in Settings.',

  // Speakers on this computer
  'speakers-missing':
    'The models that tell people apart are not on this computer. Nothing was changed; download Speakers on the Models page and try again.',
  'voice-no-name':
    'This speaker has no name, so no voice was kept. Name the speaker and try again.',
  'voice-too-short':
    'There is too little of this voice in the meeting, so it was not kept. Try a meeting in which the person speaks for longer.',
  'voice-not-kept':
    'The voice could not be written to the disk. Nothing was kept; check the disk and try again.',
  'voice-not-deleted':
    'The voice could not be deleted completely. Try again, or delete its file in the folder voices in the data folder of Parley.',

  // Language models
  'chat-none':
    'No model is chosen that can read a meeting. Nothing was sent; choose one on the Summaries page.',
  'chat-no-model':
    'The name of the model is missing. Nothing was sent; choose one on the Summaries page.',
  'calendar-not-read':
    'The calendar could not be read. Appointments that were read before are still used; choose the calendar again if its file has moved.',
  'calendar-none':
    'This is no calendar. Meetings are recorded as before; choose an .ics file, or the address of one.',
  'calendar-too-large':
    'The calendar is larger than 20 MB. It is not read; choose a calendar with fewer years.',
  'calendar-bad-address':
    'This address cannot be used. Nothing was sent; it must begin with https or webcal.',
  'calendar-not-fetched':
    'The calendar did not arrive from its address. Appointments that were read before are still used, and Parley tries again in 30 minutes.',
  'chat-no-address':
    'The address of the server is missing. Nothing was sent; enter it on the Summaries page.',
  'chat-bad-address':
    'This address cannot be used. Nothing was sent; it must begin with https, or be on this computer.',
  'chat-not-agreed': 'Nothing was sent, and the meeting is unchanged.',
  'chat-not-reached':
    'The model did not answer. The meeting is unchanged; check that its server runs, and try again.',
  'chat-key-rejected':
    'The server does not accept the key for the model. The meeting is unchanged; check the key.',
  'chat-not-there':
    'The server does not have this model, or has no chat at this address. The meeting is unchanged; choose the model again.',
  'chat-no-credit':
    'The account of the model has no credit left. The meeting is unchanged; add credit in your account.',
  'chat-busy':
    'The server of the model asks to wait. The meeting is unchanged; try again in a minute.',
  'chat-refused':
    'The server of the model did not accept the request. The meeting is unchanged; the details say why.',
  'chat-failed':
    'The server of the model failed. The meeting is unchanged; try again, or choose another model.',
  'chat-redirected':
    'The server of the model redirected the request, which Parley does not follow. The key was not sent there, and the meeting is unchanged.',
  'chat-cut':
    'The connection to the model was lost before its answer was complete. The meeting is unchanged; try again.',
  'chat-slow':
    'The model stopped answering. The meeting is unchanged; try again, or choose a smaller model.',
  'chat-bad-answer':
    'The answer of the model cannot be read. The meeting is unchanged; check the address, or choose another model.',
  'minutes-no-words':
    'There are no words in this meeting yet, so there is nothing to summarise. Nothing was sent.',
  'minutes-no-template':
    'This template no longer exists, or has no section. Nothing was sent; choose another template.',
  'minutes-running': 'A model is reading this meeting already. Wait for it, or cancel it.',
  'folder-not-opened': 'The folder could not be opened. Nothing was changed.',
  'chat-empty': 'The model answered nothing. The meeting is unchanged; try again.',
  'suggestion-empty':
    'The model suggested no title and no tags that can be used. The meeting is unchanged; try again, or choose another model.',

  // Updates
  'update-failed':
    'The update could not be downloaded. This version keeps working, and Parley tries again automatically; check the network if this continues.',
  'update-not-signed':
    'The update is not signed by the makers of Parley, so it was not installed. This version keeps working.',
  'update-while-recording':
    'A recording is running, so nothing was changed. Stop the recording first, then restart.',
  'update-not-ready': 'No update is ready to install. Nothing was changed.',

  // The settings
  'settings-not-saved':
    'The settings could not be written to the disk, so nothing was changed. Your recordings are safe; check the disk and try again.',

  // The boundary
  'bad-input': 'This value cannot be used. Nothing was changed.',
  'not-allowed': 'This page is not allowed to do that. Nothing was changed.',
  internal: internalErrorSentence,
} as const

/** What stands in the details of an error. */
export const errorDetails = {
  /** Names a character that no key has, and its place in what was pasted, counted from 1. */
  wrongCharacter: (place: number, what: string) => `Character ${place} is ${what}`,
  spaceOrLineBreak: 'a space or a line break',
  zones: { default: 'default zone', us: 'US zone', eu: 'EU zone' },
  quoted: (character: string) => `“${character}”`,
} as const
