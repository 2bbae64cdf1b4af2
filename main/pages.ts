import { join } from 'node:path'
import { session } from 'electron'
import { parseSoundPath, serveSound } from './library/audio-range'
import type { Library } from './library/library'
import type { Playable } from './library/playable'
import { setupAppScheme, setupMediaScheme } from './protocol'
import { closeNetwork, setupPermissions } from './security'
import { createSystemAudio, type SystemAudio } from './system-audio'
import { offlinePartition } from './window-options'

interface Parts {
  /** The folder of what was built. */
  readonly dist: string
  readonly library: Pick<Library, 'openPacked' | 'openSound'>
  /** The sound of a check that is on, by its name. */
  readonly checkSound: (name: string) => Playable | null
  readonly wantsSystemAudio: () => boolean
}

/** The two sessions of the pages, before any is opened: an unknown scheme would go to the system. */
export function setupPages({ dist, library, checkSound, wantsSystemAudio }: Parts): SystemAudio {
  const recorder = session.defaultSession
  const offline = session.fromPartition(offlinePartition)
  closeNetwork(offline)
  const systemAudio = createSystemAudio(recorder, wantsSystemAudio)
  const serve = async (path: string, range: string | null) => {
    const asked = parseSoundPath(path)
    if (asked === null) return serveSound(null, range)
    const { meetingId, packed } = asked
    if (packed) return serveSound(await library.openPacked(meetingId), range)
    return serveSound(checkSound(meetingId) ?? (await library.openSound(meetingId)), range)
  }
  for (const pages of [recorder, offline]) {
    setupPermissions(pages, () => systemAudio.isAllowed)
    setupAppScheme(pages, join(dist, 'renderer'))
    setupMediaScheme(pages, serve)
  }
  return systemAudio
}
