import type { App } from 'electron'
import { createLog } from './log'

const log = createLog('audio-service')

/** Ends Chromium's audio service; it starts again when a device is next opened. */
export function endAudioService(app: Pick<App, 'getAppMetrics'>): void {
  const isAudio = ({ serviceName }: Electron.ProcessMetric) =>
    serviceName === 'audio.mojom.AudioService'
  for (const { pid } of app.getAppMetrics().filter(isAudio)) {
    log.warn('service ended', { pid })
    process.kill(pid)
  }
}
