import { join } from 'node:path'
import { session } from 'electron'
import { type AudioSource, parseAudioPath, serveAudio } from '../audio-files'
import {
  type CallHandlers,
  disableSpellCheck,
  offlinePartition,
  refuseMediaScheme,
  type SendHandlers,
  setupAppScheme,
  setupMediaScheme,
  setupPermissions,
} from '../boundary'
import type { Library } from '../library'
import type { RecorderPage } from './recorder-page'
import { createSystemAudio, type SystemAudioOptions } from './system-audio'

interface Setup {
  /** The folder with the build. */
  readonly dist: string
  /** The script with the texts of the pages. */
  readonly textScript: string
  readonly library: Pick<Library, 'openCompressed' | 'openAudio'>
  /** The addresses of this computer to which the recorder may connect now. */
  readonly onThisComputer: () => readonly string[]
  readonly recorderPage: { readonly page: Pick<RecorderPage, 'contents'> }
  readonly recording: { wantsSystemAudio(): boolean }
  readonly systemSound: SystemAudioOptions['programs']
  readonly soundCheck: {
    isOn(): boolean
    /** The audio of a check, by its name. */
    sound(name: string): AudioSource | null
  }
}

/**
 * The session of the recorder, which alone captures sound, and the audio of meetings for the window.
 * Call it before the recorder is opened.
 */
export function setupPageSound(setup: Setup) {
  const { dist, textScript, library, onThisComputer } = setup
  const { recorderPage, recording, systemSound, soundCheck } = setup
  const recorder = session.defaultSession
  const systemAudio = createSystemAudio({
    session: recorder,
    isWanted: () => recording.wantsSystemAudio() || soundCheck.isOn(),
    wantsOwn: soundCheck.isOn,
    programs: systemSound,
  })
  setupPermissions(recorder, () => systemAudio.isAllowed)
  setupAppScheme(recorder, { root: join(dist, 'renderer'), textScript, onThisComputer })
  disableSpellCheck(recorder)
  refuseMediaScheme(recorder)
  setupMediaScheme(session.fromPartition(offlinePartition), async (path, range) => {
    const asked = parseAudioPath(path)
    if (asked === null) return serveAudio(null, range)
    const { meetingId, packed } = asked
    if (packed) return serveAudio(await library.openCompressed(meetingId), range)
    return serveAudio(soundCheck.sound(meetingId) ?? (await library.openAudio(meetingId)), range)
  })
  return {
    handlers: {
      'recorder:system-audio': () => systemAudio.allow(recorderPage.page.contents()),
    } satisfies Partial<CallHandlers>,
    sends: {
      'recorder:own-sound-left-out': systemSound.browserLeavesOwnOut,
    } satisfies Partial<SendHandlers>,
  }
}
