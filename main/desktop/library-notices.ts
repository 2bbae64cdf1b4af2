import { app, dialog } from 'electron'
import { mainMessages } from '../../common/text'
import type { Library } from '../library'

/** Quits and starts the app again. */
export function relaunch(): void {
  app.relaunch()
  app.quit()
}

/** Tells a person once that the library was repaired, or that a restart repairs it. */
export function setupLibraryNotices(library: Pick<Library, 'recovery' | 'onDamage'>): void {
  if (library.recovery !== null) {
    void dialog.showMessageBox({ type: 'info', message: mainMessages.libraryRecovered })
  }
  const text = mainMessages.libraryDamaged
  let isShown = false
  library.onDamage(() => {
    if (isShown) return
    isShown = true
    void dialog
      .showMessageBox({
        type: 'warning',
        message: text.message,
        detail: text.detail,
        buttons: [text.restart, text.later],
        defaultId: 0,
        cancelId: 1,
      })
      .then(({ response }) => {
        if (response === 0) relaunch()
      })
  })
}
