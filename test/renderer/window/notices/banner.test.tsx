// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { errorValue, type ErrorCode } from '../../../../common/errors'
import { ActionNotice } from '../../../../renderer/window/notices/notices'
import { openWindow } from '../open-window'
import { renderIn } from '../render'

async function showNotice(code: ErrorCode) {
  const window = await openWindow({ answers: { 'links:open': undefined } })
  window.parley.notices.show(errorValue(code, 'E42'))
  renderIn(window.parley, <ActionNotice />)
  return { ...window, user: userEvent.setup() }
}

describe('a notice', () => {
  it.each([
    ['no-microphone', 'Open Audio', 'audio'],
    ['key-rejected', 'Open Keys', 'keys'],
    ['engine-failed', 'Open Transcription', 'transcription'],
  ] as const)('leads from %s to the page where it can be fixed', async (code, name, tab) => {
    const { parley, user } = await showNotice(code)
    await user.click(screen.getByRole('button', { name }))
    expect(parley.navigation.view.get()).toEqual({ screen: 'settings', tab })
  })

  it('opens the settings of the system if the microphone is blocked there', async () => {
    const { calls, user } = await showNotice('microphone-denied')
    await user.click(screen.getByRole('button', { name: 'Open privacy settings' }))
    expect(calls.at(-1)).toEqual({ name: 'links:open', input: { link: 'microphone-settings' } })
  })

  it('shows the details, and goes away when a person closes it', async () => {
    const { user } = await showNotice('disk-full')
    expect(screen.getByRole('alert')).toHaveTextContent('Details: E42')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
