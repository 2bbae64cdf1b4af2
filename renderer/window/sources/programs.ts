import { messages } from '../../../common/text/window'
import type { PlayingProgram } from '../../../common/model'

const text = messages.settings.audio

/** The value of everything; no program has it. */
export const everything = ''

/** What can be heard of what plays. A chosen program that does not play stays in the list. */
export function programOptions(programs: readonly PlayingProgram[], chosen: string | null) {
  const options = [
    { value: everything, label: text.everything },
    ...programs.map(({ key, name }) => ({ value: key, label: text.onlyProgram(name) })),
  ]
  if (chosen !== null && !options.some(({ value }) => value === chosen)) {
    options.push({ value: chosen, label: text.onlyProgram(chosen) })
  }
  return options
}
