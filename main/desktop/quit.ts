import { app, dialog, Notification } from 'electron'
import { mainMessages } from '../../preload/main-messages'
import { createLog } from '../log'
import type { Recordings } from '../recording/recording'

const log = createLog('quit')

export interface Quit {
  /** The last window was closed: the app ends, or a recording goes on and one notice says so. */
  windowClosed(): void
}

/**
 * Quitting while recording asks once, then stops the recording as the Stop button does. `close`
 * runs last, when nothing is being recorded any more.
 */
export function setupQuit(recordings: () => Recordings, close: () => void): Quit {
  let leaving = false
  let told = false
  const recording = () => recordings().status().state !== 'idle'

  async function leave(): Promise<void> {
    if (recording()) {
      const text = mainMessages.quit
      const answer = await dialog.showMessageBox({
        type: 'question',
        message: text.message,
        detail: text.detail,
        buttons: [text.stopAndQuit, text.keepRecording],
        defaultId: 0,
        cancelId: 1,
      })
      if (answer.response !== 0) return
      const stopped = await recordings().stop()
      if (!stopped.ok) log.warn('stop before quitting', { error: stopped.error })
    }
    leaving = true
    close()
    app.quit()
  }

  let asking = false
  app.on('before-quit', (event) => {
    if (leaving) return
    event.preventDefault()
    if (asking) return
    asking = true
    void leave().finally(() => {
      asking = false
    })
  })

  return {
    windowClosed: () => {
      if (recording()) {
        if (!told && Notification.isSupported()) {
          new Notification(mainMessages.stillRecording).show()
        }
        told = true
      } else if (process.platform !== 'darwin') {
        app.quit()
      }
    },
  }
}
