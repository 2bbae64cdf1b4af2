import type { Processing, RecorderOrder, Settings, WantedSource } from '../../preload/model'
import type { Running } from './run'

/** With any of it on, the sound that the computer plays is taken for its own echo. */
const none: Processing = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
}

/** The sources that the settings ask for, in a fixed order. */
export function wantedSources({
  sources,
  microphoneId,
  processing,
}: Pick<Settings, 'sources' | 'microphoneId' | 'processing'>): WantedSource[] {
  const microphone = { source: 'microphone' as const, deviceId: microphoneId, processing }
  const system = { source: 'system' as const, deviceId: null, processing: none }
  return [...(sources.microphone ? [microphone] : []), ...(sources.system ? [system] : [])]
}

/** What the recorder page is to do now. */
export function orderOf(run: Running, recordingId: string): RecorderOrder {
  const { zeroAt, paused } = run.clock
  return { recordingId, startedAt: zeroAt, paused, sources: [...run.wanted] }
}
