import { join } from 'node:path'
import type { Result } from '../../common/errors'
import { sources, type Source, type Waveform } from '../../common/model'
import { type AudioSource, openFile, openMix, waveformOf } from '../audio-files'
import type { Meetings } from './meetings'

/** The audio files of meetings: `audio/<meeting>/<source>.wav`, or `.ogg` once compressed. */
export interface MeetingAudio {
  /** The path of a source's WAV, whether or not it exists. */
  audioPath(meetingId: string, source: Source): string
  /** The path of the compressed audio of a source, or of the mix of all. */
  compressedPath(meetingId: string, source: Source | 'mix'): string
  /** The folder of a meeting's audio. */
  audioFolder(meetingId: string): string
  /** Opens the audio of a meeting, all sources mixed; null if there is none. */
  openAudio(meetingId: string): Promise<AudioSource | null>
  /** The same for a meeting whose audio is compressed. */
  openCompressed(meetingId: string): Promise<AudioSource | null>
  /** The loudness over the length of a meeting. Errors: `meeting-not-found`, `audio-read-failed`. */
  waveform(meetingId: string): Promise<Result<Waveform>>
}

export type AudioPaths = Pick<MeetingAudio, 'audioPath' | 'compressedPath' | 'audioFolder'>

/** The paths of the audio below the folder of a library. */
export function audioPathsIn(folder: string): AudioPaths {
  const audioFolder = (meetingId: string) => join(folder, 'audio', meetingId)
  return {
    audioFolder,
    audioPath: (meetingId, source) => join(audioFolder(meetingId), `${source}.wav`),
    compressedPath: (meetingId, source) => join(audioFolder(meetingId), `${source}.ogg`),
  }
}

export function createMeetingAudio(
  paths: AudioPaths,
  meetings: Pick<Meetings, 'get'>,
): MeetingAudio {
  const { audioPath, compressedPath, audioFolder } = paths
  return {
    ...paths,
    openAudio: (meetingId) => openMix(sources.map((source) => audioPath(meetingId, source))),
    openCompressed: async (meetingId) => {
      for (const source of ['mix', ...sources] as const) {
        const audio = await openFile(compressedPath(meetingId, source), 'audio/ogg')
        if (audio !== null) return audio
      }
      return null
    },
    waveform: async (meetingId) => {
      const meeting = meetings.get(meetingId)
      if (!meeting.ok) return meeting
      const { audio } = meeting.value
      const files = audio.map(({ source, samples }) => ({
        path: audioPath(meetingId, source),
        samples,
      }))
      return waveformOf(files, join(audioFolder(meetingId), 'waveform.json'))
    },
  }
}
