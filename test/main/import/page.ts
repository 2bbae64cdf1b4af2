import type { ImporterMessage, ImporterRequest } from '../../../common/model'
import type { ImporterPort } from '../../../main/audio-files/page-job'

export type Say = (message: ImporterMessage | { type: string }) => void

/** A page that does what the test says; `closed` is true when main has closed it. */
export function fakePage(answer: (request: ImporterRequest, say: Say, crash: () => void) => void) {
  let hear: (message: unknown) => void = () => undefined
  let gone: () => void = () => undefined
  const page = { closed: false }
  const later = (run: () => void) => setTimeout(() => !page.closed && run(), 0)
  const port: ImporterPort = {
    post: (request) =>
      void later(() =>
        answer(
          request,
          (message) => void later(() => hear(message)),
          () => gone(),
        ),
      ),
    listen: (onMessage, onClose) => {
      hear = onMessage
      gone = onClose
    },
    close: () => {
      page.closed = true
      gone()
    },
  }
  return { port, page }
}

/** Audio as the page sends it. */
export const pcm = (...samples: number[]): ArrayBuffer => new Int16Array(samples).buffer
