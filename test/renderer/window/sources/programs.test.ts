import { expect, it } from 'vitest'
import { messages } from '../../../../common/text/window'
import { everything, programOptions } from '../../../../renderer/window/sources/programs'

const text = messages.settings.audio

it('offers everything, what plays, and what was chosen although it does not play', () => {
  const playing = [{ key: 'zoom', name: 'Zoom' }]
  expect(programOptions(playing, null)).toEqual([
    { value: everything, label: text.everything },
    { value: 'zoom', label: text.onlyProgram('Zoom') },
  ])
  expect(programOptions(playing, 'zoom')).toHaveLength(2)
  expect(programOptions(playing, 'slack').at(-1)).toEqual({
    value: 'slack',
    label: text.onlyProgram('slack'),
  })
})
