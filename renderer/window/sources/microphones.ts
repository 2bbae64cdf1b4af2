import { messages } from '../../../common/text/window'
import type { AudioDevice } from '../../../common/model'

const text = messages.settings.audio

/** The value of the system default; no device has it. */
export const systemDefault = ''

/** The microphones to choose from. A chosen microphone that is not connected stays in the list. */
export function microphoneOptions(devices: readonly AudioDevice[], chosen: string | null) {
  const options = [
    { value: systemDefault, label: text.systemDefault },
    ...devices
      .filter(({ deviceId }) => deviceId !== '' && deviceId !== 'default')
      .map(({ deviceId, label }) => ({ value: deviceId, label: label || text.unnamed })),
  ]
  if (chosen !== null && !options.some(({ value }) => value === chosen)) {
    options.push({ value: chosen, label: text.missing })
  }
  return options
}
