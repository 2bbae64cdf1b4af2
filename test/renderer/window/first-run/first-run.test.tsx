// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { defaultSettings, type SoundCheck } from '../../../../common/model'
import { heardAfter, isFirstRun } from '../../../../renderer/window/first-run/store'
import { MeetingPane } from '../../../../renderer/window/meeting/meeting-pane'
import { openWindow } from '../open-window'
import { renderIn } from '../render'
import { meeting } from '../samples'

vi.mock('../../../../renderer/window/sound-check/chime', () => ({
  playChime: () => () => undefined,
}))

const done: SoundCheck = {
  state: 'done',
  lengthMs: 5_000,
  sources: [
    { source: 'microphone', label: 'Mic', findings: ['fine'], error: null, soundUrl: null },
    { source: 'system', label: '', findings: ['silent'], error: null, soundUrl: null },
  ],
}

async function start() {
  const window = await openWindow({
    answers: { 'settings:set': { ...defaultSettings, firstRunDone: true } },
  })
  renderIn(window.parley, <MeetingPane />)
  return { ...window, user: userEvent.setup() }
}

const step = (name: RegExp) => within(screen.getByRole('region', { name }))
const ready = () => screen.findByRole('heading', { name: 'Ready to record' })

describe('the first run', () => {
  it('is due until it is done or there is a meeting', () => {
    expect(isFirstRun(defaultSettings, [])).toBe(true)
    expect(isFirstRun(defaultSettings, [meeting()])).toBe(false)
    expect(isFirstRun({ ...defaultSettings, firstRunDone: true }, [])).toBe(false)
    expect(isFirstRun(null, [])).toBe(false)
    expect(isFirstRun(defaultSettings, null)).toBe(false)
  })

  it('remembers a source that was heard, and no silent one', () => {
    const nothing = { microphone: false, system: false }
    expect(heardAfter(nothing, done)).toEqual({ microphone: true, system: false })
    expect(heardAfter({ ...nothing, system: true }, done).system).toBe(true)
    expect(heardAfter(nothing, { ...done, state: 'listening' })).toEqual(nothing)
  })

  it('goes through three checks and is not shown again', async () => {
    const { user, emit, asked } = await start()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Three checks')
    expect(step(/Transcription/).getByText('Done')).toBeInTheDocument()
    expect(asked()).not.toContain('sound-check:start')
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(asked()).toContain('sound-check:start')
    emit('sound-check:changed', done)
    expect(await step(/Your microphone/).findByText('The microphone works.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await user.click(screen.getByRole('button', { name: 'Play the chime' }))
    emit('sound-check:changed', done)
    expect(await step(/The other side/).findByText(/did not hear the three notes/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Finish' }))
    expect(await ready()).toBeVisible()
  })

  it('can be skipped as a whole', async () => {
    const { user, calls } = await start()
    await user.click(screen.getByRole('button', { name: 'Skip all' }))
    expect(await ready()).toBeVisible()
    expect(calls).toContainEqual({ name: 'settings:set', input: { firstRunDone: true } })
  })
})
