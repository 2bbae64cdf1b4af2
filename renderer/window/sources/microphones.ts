import { messages } from '../../../preload/messages'
import type { AudioDevice } from '../../../preload/model'

const text = messages.settings.audio

/** A value that no device has, for the system's default. */
export const systemDefault = ''

/** The microphones to choose from; one that is chosen but gone stays in the list and says so. */
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
