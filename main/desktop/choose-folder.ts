import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import { fail, ok, type Result } from '../../preload/errors'

/** Asks for a folder. `cancelled` where the person gave up. */
export async function chooseFolder(
  window: BrowserWindow | null,
  title: string,
  defaultPath: string,
): Promise<Result<string>> {
  const choose: OpenDialogOptions = {
    title,
    defaultPath,
    properties: ['openDirectory', 'createDirectory'],
  }
  const answer = await (window
    ? dialog.showOpenDialog(window, choose)
    : dialog.showOpenDialog(choose))
  const [folder] = answer.filePaths
  return answer.canceled || folder === undefined ? fail('cancelled') : ok(folder)
}
