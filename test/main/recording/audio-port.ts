import type { MessagePort } from 'node:worker_threads'
import type { AudioPort } from '../../../main/recording/recorder-run'

/** A port of Node in the form of Electron's. */
export function audioPortOf(port: MessagePort): AudioPort {
  return {
    on: (name: 'message' | 'close', run: (message: { data: unknown }) => void) =>
      port.on(name, (data: unknown) => run({ data })),
    start: () => port.start(),
    close: () => port.close(),
  }
}
