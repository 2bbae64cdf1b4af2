// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { RecordingStatus } from '../../../../../common/model'
import { LiveBar } from '../../../../../renderer/window/meeting/live/live-bar'
import { StatusLine } from '../../../../../renderer/window/meeting/live/status-line'
import { openWindow } from '../../open-window'
import { renderIn } from '../../render'
import { recordingStatus } from '../../samples'

async function showBar(state: RecordingStatus['state']) {
  const window = await openWindow({
    status: recordingStatus({ state }),
    answers: { 'recording:pause': undefined, 'recording:resume': undefined },
  })
  renderIn(window.parley, <LiveBar />)
  return { ...window, user: userEvent.setup() }
}

const button = (name: RegExp) => screen.getByRole('button', { name })

describe('the live bar', () => {
  it('stops and pauses a recording', async () => {
    const { user, asked } = await showBar('recording')
    expect(screen.getByRole('img', { name: 'Audio level over the last seconds' })).toBeVisible()
    await user.click(button(/^Pause/))
    await user.click(button(/^Stop/))
    expect(asked().slice(-2)).toEqual(['recording:pause', 'recording:stop'])
  })

  it('pauses with Space, but not while a person types', async () => {
    const { user, asked } = await showBar('recording')
    const field = document.body.appendChild(document.createElement('input'))
    await user.type(field, ' ')
    expect(asked()).not.toContain('recording:pause')
    field.blur()
    await user.keyboard(' ')
    expect(asked()).toContain('recording:pause')
    field.remove()
  })

  it('offers Resume instead of the wave while it is paused', async () => {
    const { user, asked } = await showBar('paused')
    expect(screen.getByRole('status')).toHaveTextContent('Nothing is being recorded.')
    expect(screen.queryByRole('img')).toBeNull()
    await user.click(button(/^Resume/))
    expect(asked().at(-1)).toBe('recording:resume')
  })

  it('cannot pause before the recording has started', async () => {
    await showBar('starting')
    expect(button(/^Pause/)).toBeDisabled()
    expect(button(/^Stop/)).toBeEnabled()
  })

  it('has nothing to press while it finishes', async () => {
    await showBar('finishing')
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.getByRole('status')).toHaveTextContent('The audio is saved.')
  })
})

describe('the status line', () => {
  const sources: RecordingStatus['sources'] = [
    { source: 'microphone', state: 'on', label: 'Headset' },
    { source: 'system', state: 'off', label: null },
  ]

  it('shows the time, the sources that are on, and the delay', async () => {
    const { parley } = await openWindow({
      status: recordingStatus({ sources, elapsedMs: 61_000, delayMs: 640 }),
    })
    renderIn(parley, <StatusLine />)
    expect(screen.getByText('0:01:01')).toBeVisible()
    expect(screen.getByTitle('Headset')).toHaveTextContent('Mic')
    expect(screen.queryByText('System')).toBeNull()
    expect(screen.getByText('Live 0.6 s')).toBeVisible()
  })

  it('says that a microphone is silent after five seconds, and not before', async () => {
    const { parley, emit } = await openWindow({ status: recordingStatus({ sources }) })
    renderIn(parley, <StatusLine />)
    const quiet = { source: 'microphone', rms: 0, peak: 0, clipped: false } as const
    parley.recording.levels.push(quiet, 0)
    parley.recording.levels.push(quiet, 4_900)
    expect(screen.getByTitle('Headset')).toHaveTextContent(/^Mic$/)
    parley.recording.levels.push(quiet, 5_000)
    expect(await screen.findByText('Mic silent')).toBeVisible()
    emit('recording:status', recordingStatus({ sources, state: 'paused' }))
    expect(await screen.findByText(/^Paused/)).toBeVisible()
  })
})
