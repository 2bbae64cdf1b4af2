import type { App } from 'electron'
import { createLog } from './log'

const log = createLog('sound')

/** Ends Chromium's audio service; it is made again when a device is next asked for. */
export function endSoundService(app: Pick<App, 'getAppMetrics'>): void {
  const isSound = ({ serviceName }: Electron.ProcessMetric) =>
    serviceName === 'audio.mojom.AudioService'
  for (const { pid } of app.getAppMetrics().filter(isSound)) {
    log.warn('service ended', { pid })
    process.kill(pid)
  }
}
