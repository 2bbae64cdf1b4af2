// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { errorValue } from '../../../../common/errors'
import type { TokenReport } from '../../../../common/model'
import { TryToken } from '../../../../renderer/window/keys/try-token'
import { openWindow, type Given } from '../open-window'
import { renderIn } from '../render'

const report: TokenReport = {
  requestLine: 'GET /v3/token?expires_in_seconds=60',
  host: 'streaming.assemblyai.com',
  keyName: 'Work',
  at: Date.now(),
  status: 200,
  durationMs: 840,
  token: { prefix: 'AQI', length: 2583 },
  expiresAt: Date.now() + 60_000,
  rateLimit: { limit: null, remaining: null, retryAfterSeconds: null, resetSeconds: null },
  body: null,
  error: null,
}

async function showTryToken(given: Given = {}, hasKey = true) {
  const window = await openWindow({ answers: { 'tokens:try': report }, ...given })
  renderIn(window.parley, <TryToken hasKey={hasKey} />)
  return { ...window, user: userEvent.setup() }
}

const tryButton = () => screen.getByRole('button', { name: 'Try' })
const expires = () => screen.getByRole('textbox', { name: 'Token expires after (seconds)' })

describe('Try a token', () => {
  it('asks with the chosen seconds and shows the answer without the token', async () => {
    const { user, calls } = await showTryToken()
    await user.clear(expires())
    await user.type(expires(), '120')
    await user.click(tryButton())
    const result = await screen.findByRole('region', { name: 'Result' })
    expect(result).toHaveTextContent('200 in 0.84 s')
    expect(result).toHaveTextContent('AQI…')
    expect(calls.at(-1)).toEqual({
      name: 'tokens:try',
      input: { expiresInSeconds: 120, maxSessionDurationSeconds: 10_800 },
    })
  })

  it('does not ask while a number is out of range, and says which numbers work', async () => {
    const { user, asked } = await showTryToken()
    await user.clear(expires())
    await user.type(expires(), '0')
    expect(screen.getByRole('alert')).toHaveTextContent('Enter a whole number from 1 to 600.')
    expect(tryButton()).toBeDisabled()
    expect(screen.getByRole('button', { name: 'Copy as' })).toBeDisabled()
    await user.type(expires(), '{Enter}')
    expect(asked()).not.toContain('tokens:try')
  })

  it('needs a key', async () => {
    await showTryToken({}, false)
    expect(tryButton()).toBeDisabled()
    expect(screen.getByRole('button', { name: 'Copy report' })).toBeDisabled()
  })

  it('shows why it failed next to the report', async () => {
    const error = errorValue('key-rejected')
    const { user } = await showTryToken({
      answers: { 'tokens:try': { ...report, status: 401, token: null, expiresAt: null, error } },
    })
    await user.click(tryButton())
    expect(await screen.findByRole('alert')).toHaveTextContent(error.sentence)
    expect(screen.getByRole('region', { name: 'Result' })).toHaveTextContent('401')
    expect(screen.getByRole('button', { name: 'Copy report' })).toBeEnabled()
  })

  it('shows no report if main could not ask', async () => {
    const { user } = await showTryToken({ refuse: { 'tokens:try': errorValue('internal') } })
    await user.click(tryButton())
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Result' })).toBeNull()
  })
})
