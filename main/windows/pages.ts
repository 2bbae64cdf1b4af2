import { join } from 'node:path'
import { nativeTheme, session } from 'electron'
import type { Settings } from '../../common/model'
import { type AudioSource, parseAudioPath, serveAudio } from '../audio-files'
import {
  type CallHandlers,
  closeNetwork,
  disableSpellCheck,
  type Events,
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
  readonly events: Events
  readonly settings: { get(): Settings }
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
 * The theme and the two sessions of the pages. Call it before any page is opened: Chromium would pass
 * an unknown scheme to the system.
 */
export function setupPages(setup: Setup) {
  const { events, settings, dist, textScript, library, onThisComputer } = setup
  const { recorderPage, recording, systemSound, soundCheck } = setup
  nativeTheme.themeSource = settings.get().theme
  events.on('settings:changed', ({ theme }) => {
    nativeTheme.themeSource = theme
  })
  const recorder = session.defaultSession
  const offline = session.fromPartition(offlinePartition)
  closeNetwork(offline)
  const systemAudio = createSystemAudio({
    session: recorder,
    isWanted: () => recording.wantsSystemAudio() || soundCheck.isOn(),
    wantsOwn: soundCheck.isOn,
    programs: systemSound,
  })
  const serve = async (path: string, range: string | null) => {
    const asked = parseAudioPath(path)
    if (asked === null) return serveAudio(null, range)
    const { meetingId, packed } = asked
    if (packed) return serveAudio(await library.openCompressed(meetingId), range)
    return serveAudio(soundCheck.sound(meetingId) ?? (await library.openAudio(meetingId)), range)
  }
  for (const pages of [recorder, offline]) {
    setupPermissions(pages, () => systemAudio.isAllowed)
    setupAppScheme(pages, { root: join(dist, 'renderer'), textScript, onThisComputer })
    disableSpellCheck(pages)
  }
  setupMediaScheme(offline, serve)
  refuseMediaScheme(recorder)
  return {
    handlers: {
      'recorder:system-audio': () => systemAudio.allow(recorderPage.page.contents()),
    } satisfies Partial<CallHandlers>,
    sends: {
      'recorder:own-sound-left-out': systemSound.browserLeavesOwnOut,
    } satisfies Partial<SendHandlers>,
  }
}
