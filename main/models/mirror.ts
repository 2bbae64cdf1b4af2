import { dialog } from 'electron'
import { fail, ok, type Result } from '../../common/errors'
import { mainMessages } from '../../common/text'
import type { SettingsStore } from '../settings'

/**
 * SECURITY: main itself asks once for each mirror before anything is fetched there, so a page that
 * runs foreign code can name an address but reaches nobody. Returns the mirror that was agreed to,
 * empty for none. Errors: `model-mirror-address`,
 * `cancelled`.
 */
export async function agreeToMirror(
  settings: Pick<SettingsStore, 'get' | 'patch'>,
): Promise<Result<string>> {
  const { modelMirror, agreedMirrors } = settings.get()
  if (modelMirror === '') return ok('')
  const url = URL.canParse(modelMirror) ? new URL(modelMirror) : null
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.search !== '') {
    return fail('model-mirror-address')
  }
  if (agreedMirrors.includes(modelMirror)) return ok(modelMirror)
  const text = mainMessages.modelMirror
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: text.message(url.host),
    detail: text.detail,
    buttons: [text.cancel, text.download],
    defaultId: 1,
    cancelId: 0,
  })
  if (response !== 1) return fail('cancelled')
  const saved = settings.patch({ agreedMirrors: [...agreedMirrors, modelMirror].slice(-20) })
  return saved.ok ? ok(modelMirror) : saved
}
