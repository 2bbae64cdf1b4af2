// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { errorValue } from '../../../../common/errors'
import { messages } from '../../../../common/text/window'
import { SourceSwitches } from '../../../../renderer/window/sources/source-switches'
import { openWindow, type Given } from '../open-window'
import { renderIn } from '../render'

const text = messages.settings.audio

async function show(given: Given) {
  const window = await openWindow(given)
  const settings = window.parley.settings.current.get()
  if (settings === null) throw new Error('There are no settings')
  renderIn(window.parley, <SourceSwitches settings={settings} />)
}

describe('the system audio in the settings', () => {
  it('is what each program plays, where programs can be heard', async () => {
    await show({ answers: { 'system-sound:programs': [] } })
    expect(await screen.findByText(text.systemText)).toBeVisible()
    expect(screen.queryByText(text.systemDefaultText)).toBeNull()
  })

  it('says that only the default output is heard, where that is so', async () => {
    const error = errorValue('system-unsupported', 'not on this system')
    await show({ refuse: { 'system-sound:programs': error } })
    expect(await screen.findByText(text.systemDefaultText)).toBeVisible()
  })
})
