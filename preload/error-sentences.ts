/**
 * The sentence for each error code: what happened, what is safe, what to do.
 * Sentence case, no blame, no exclamation.
 */
export const errorSentences = {
  // Keys, as typed
  'key-empty': 'There is no key in the field yet. Paste the key from your AssemblyAI account.',
  'key-has-spaces':
    'This key has a space or a line break inside. Nothing was saved; copy the key again and paste it whole.',
  'key-not-ascii':
    'This key has characters that no AssemblyAI key has. Nothing was saved; copy the key again and paste it whole.',
  'key-too-long':
    'This text is longer than 512 characters, so it is not a key. Nothing was saved; copy the key again.',
  'key-name-empty': 'A key needs a name, such as Work. Nothing was saved.',
  'key-name-taken':
    'There is a key with this name already. Nothing was saved; choose another name.',
  'key-not-found': 'This key is no longer in the list. Add it again to use it.',
  'key-missing-in-keychain':
    'The keychain no longer holds this key. Your meetings are safe; paste the key again with Replace.',
  'no-key': 'No key is in use. Add a key, or choose the engine on this computer.',

  // The keychain
  'keychain-library-missing':
    'The keychain library (libsecret) is not installed on this computer. Nothing was changed; install libsecret-1-0, or keep the key until you quit.',
  'keychain-no-session':
    'This session has no D-Bus, so the keychain cannot be reached. Nothing was changed; keep the key until you quit, or start Parley from a desktop session.',
  'keychain-no-service':
    'No keychain service is running (GNOME Keyring or KWallet). Nothing was changed; start one, or keep the key until you quit.',
  'keychain-locked':
    'The keychain is locked. Nothing was changed; unlock it and try again, or keep the key until you quit.',
  'keychain-dismissed':
    'The keychain asked for permission and the question was closed. Nothing was changed; try again, or keep the key until you quit.',
  'keychain-timeout':
    'The keychain did not answer within 10 seconds. Nothing was changed; look for its question on the screen and try again, or keep the key until you quit.',
  'keychain-failed':
    'The keychain refused the request. Nothing was changed; try again, or keep the key until you quit.',

  // Tokens and the service
  'token-parameter':
    'A value for the token is outside its range. No request was made; correct it and try again.',
  'bad-request': 'AssemblyAI did not accept the request. The detail below says which part.',
  'key-rejected':
    'AssemblyAI does not accept this key. The sound is kept; check the key and its zone, or replace it.',
  'key-forbidden':
    'AssemblyAI does not allow this key to stream. The sound is kept; check the rights of the key in your account.',
  'payment-required':
    'The AssemblyAI account has no credit left. The sound is kept; add credit in your account.',
  'service-not-found':
    'The address of the service has changed. The sound is kept; look for an update of Parley.',
  'rate-limited':
    'AssemblyAI asks to wait, since too many sessions were started. The sound is kept and Parley tries again by itself.',
  'service-unavailable':
    'AssemblyAI has a problem of its own. The sound is kept and Parley tries again by itself.',
  offline: 'There is no network. The sound is kept and live text comes back with the network.',
  'dns-failed':
    'The address of AssemblyAI could not be looked up. The sound is kept; check the network and its DNS.',
  'tls-failed':
    'The secure connection to AssemblyAI was refused. The sound is kept; check the clock of this computer and any proxy that inspects traffic.',
  'proxy-failed':
    'The proxy of this network did not let the request through. The sound is kept; check the proxy settings of the system.',
  'connection-failed':
    'The connection to AssemblyAI could not be made or broke off. The sound is kept and Parley tries again by itself; check the network and any firewall.',
  'timed-out': 'AssemblyAI did not answer within 10 seconds. The sound is kept; try again.',
  'bad-answer':
    'The service answered with something that is not a token. The sound is kept; try again, or look for an update of Parley.',
  redirected:
    'The service sent the request on to another host, which Parley does not follow. The key was not sent there.',
  'token-not-lent': 'A token is given only to the recorder, and only while it records.',

  // The pre-recorded transcript
  'transcript-failed':
    'AssemblyAI could not write down this part of the sound. The sound is kept; the detail below says why.',

  // The streaming session
  'begin-timeout':
    'The transcription did not begin within 10 seconds. The sound is kept and Parley tries again.',
  'model-mismatch':
    'The service answers with another model than the one that was chosen. The words are kept; check the model on the Transcription page.',
  'session-refused':
    'AssemblyAI refused the session. The sound is kept; the detail below says why.',
  'session-bad-input':
    'AssemblyAI did not accept a setting of this session. The sound is kept; check the Transcription page.',
  'session-lost': 'The connection was lost. The sound is kept and Parley connects again.',
  'session-offline':
    'Live text waits, since the connection failed several times. The sound is being recorded and Parley keeps trying.',

  // Recording
  'no-source':
    'Nothing is switched on to be recorded. Switch on the microphone or the system audio, then press Record.',
  'no-microphone':
    'No microphone was found. Connect one; a recording that is on takes it up by itself.',
  'microphone-denied':
    'This computer does not let Parley use the microphone. Allow it in the privacy settings of the system, then try again.',
  'microphone-busy':
    'The microphone is in use by another program. Close that program, or choose another microphone.',
  'microphone-failed':
    'The microphone could not be opened. Choose another one on the Audio page, or connect it again.',
  'microphone-ended':
    'The microphone went away. What was recorded is safe; connect it again or choose another one.',
  'microphone-replaced':
    'The chosen microphone is not connected. The default one is recorded until it is back.',
  'system-denied':
    'This computer does not let Parley hear its sound. The microphone is not affected; allow system audio in the privacy settings, then switch it on again.',
  'system-unsupported':
    'The sound of this computer cannot be recorded here. The microphone is not affected; on Linux it needs PulseAudio or PipeWire.',
  'system-failed':
    'The sound of this computer could not be opened. The microphone is not affected and Parley tries again by itself.',
  'already-recording': 'A recording is already running.',
  'not-recording': 'No recording is running.',
  'recorder-restarting':
    'The recorder stopped by itself and is being started again. What was recorded until then is safe.',
  'microphone-silent':
    'No sound comes from the microphone. The recording goes on; check that it is connected and not muted.',
  'no-words':
    'There is sound, but no words have come for 30 seconds. The sound is kept; check the microphone and the language.',
  'service-behind':
    'The words come more than 10 seconds late. The sound is kept and the words catch up by themselves.',
  'disk-low':
    'Less than 500 MB are free on the disk. What was recorded is safe; free some space so that the recording can go on.',
  'slept-paused':
    'The computer slept, so the recording is paused. Everything before is safe; press Resume to go on.',
  slept:
    'The computer slept, so nothing was recorded meanwhile. The recording goes on by itself and the sound before is safe.',
  'disk-full':
    'The disk is full. What was recorded is safe; free some space so that the sound can go on.',
  'audio-write-failed':
    'The sound could not be written to the disk. The text goes on; check the disk.',
  'audio-read-failed':
    'The sound could not be read from the disk. Nothing in it was changed; check the disk and try again.',
  'library-unavailable':
    'The library of meetings could not be opened. Nothing in it was changed; check the disk and start Parley again.',
  'library-damaged':
    'The library of meetings is damaged and cannot be read. Nothing was changed and the sound is safe beside it, one folder a meeting; put back a copy of library.db, or move it away to start a new library.',
  'library-no-rights':
    'Parley may not write in the folder of its library. Nothing was changed; give your account the right to write there and start Parley again.',
  'library-newer':
    'The library of meetings was written by a newer Parley. Nothing in it was changed; update Parley to open it.',
  'library-migration-failed':
    'The library of meetings could not be brought up to date, so it can be read and not added to. It is unchanged and a copy stands beside it; free some disk space and start Parley again.',
  'library-read-only':
    'Nothing can be recorded, since the library of meetings could not be brought up to date. Your meetings are safe; free some disk space and start Parley again.',
  'library-write-failed':
    'The text could not be written to the disk. It stays on the screen and Parley tries again; check the disk.',
  'meeting-not-found': 'This meeting is no longer in the library.',
  'meeting-recording':
    'This meeting is being recorded. Nothing was changed; stop the recording first.',
  'meeting-not-deleted':
    'The sound of this meeting could not be deleted. The meeting is still in the bin; close programs that use its files and try again.',
  'turn-not-found': 'These words are no longer in the meeting. Nothing was changed.',
  'turn-not-final':
    'These words are still being written. Nothing was changed; they can be corrected in a moment.',
  'search-failed': 'The search stopped. Your meetings are safe; type again, or start Parley again.',
  'export-failed':
    'The file could not be written. The meeting is unchanged; choose another folder.',
  'no-sound': 'The sound of this meeting is not there any more. Its text is as it was.',
  'sound-not-packed':
    'The sound of a meeting could not be compressed, so it is kept as it was recorded. Parley tries again at its next start.',
  'again-busy': 'Another meeting is being written down again. Wait until it is done, or cancel it.',
  'again-gaps':
    'Parley still fills in words that are missing in this meeting. Its text is as it was; try again once they are there.',
  'import-unsupported':
    'This file has sound of a kind that Parley cannot read. Nothing was brought in; convert it to WAV, MP3 or M4A and try again.',
  'import-damaged':
    'This file is damaged and its sound cannot be read. Nothing was brought in and the file is unchanged.',
  'import-cut':
    'This file is cut off: it ends before the sound that it announces. What is in it was brought in, and the file is unchanged.',
  'import-no-sound':
    'This file has no sound in it. Nothing was brought in and the file is unchanged.',
  'import-silent':
    'There is nothing to hear in this file. Nothing was brought in and the file is unchanged.',
  'import-too-long':
    'This file is longer than a day. Nothing was brought in; cut it into parts and try again.',
  'import-unreadable':
    'This file could not be read from the disk. Nothing was brought in; check the file and try again.',
  'import-disk-full':
    'There is no room on the disk for the sound of this file. Nothing was brought in and your meetings are safe; free some space and open the file again.',
  'import-not-written':
    'The sound of this file could not be written to the disk. Nothing was brought in and your meetings are safe; check the disk and open the file again.',
  'copy-failed':
    'Nothing was copied. The meeting is unchanged; click into the window and try again.',
  cancelled: 'Nothing was written.',
  'markdown-folder-missing':
    'The folder for meetings as Markdown is not there. The meetings are safe in the library and are written once it is back; or choose another folder.',
  'markdown-folder-failed':
    'Nothing can be written into the folder for meetings as Markdown. The meetings are safe in the library and Parley tries again; free some space there, or choose another folder.',

  // The engine on this computer
  'engine-model-missing':
    'The speech model is not on this computer. The sound is kept; install Parley again, or use a key.',
  'engine-model-damaged':
    'The speech model on this computer is damaged. The sound is kept; install Parley again, or use a key.',
  'engine-failed':
    'The engine on this computer stopped. The sound is kept and the engine is started again.',
  'engine-unsupported':
    'The engine does not run on this kind of computer. Use an AssemblyAI key instead.',

  // Updates
  'update-failed':
    'The update could not be fetched. Parley works on as it is and tries again by itself; check the network if this stays.',
  'update-while-recording':
    'A recording is running, so nothing was changed. Stop it first, then restart.',
  'update-not-ready': 'There is no update to put in place. Nothing was changed.',

  // The settings
  'settings-not-saved':
    'The settings could not be written to the disk, so nothing was changed. Your recordings are safe; check the disk and try again.',

  // The boundary
  'bad-input': 'This value cannot be used. Nothing was changed.',
  'not-allowed': 'This page may not do that. Nothing was changed.',
  internal:
    'Something went wrong inside Parley. Your recordings are safe; try again, or start Parley again.',
} as const
