import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../../../common/model'
import { connectionFact } from '../../../../../renderer/shared/status-text'
import { savedStatus } from '../../../../../renderer/window/meeting/live/status-text'
import { colourAt } from '../../../../../renderer/window/meeting/live/wave-drawing'
import { turnRow } from '../../../../../renderer/window/transcript/model/rows'
import { partial, recordingStatus as status, turn } from '../../samples'

describe('the connection in words', () => {
  it('is amber with words whenever no text arrives', () => {
    expect(connectionFact(status({ connection: 'connecting' }))).toEqual({
      text: 'Connecting',
      tone: 'warn',
    })
    expect(connectionFact(status({ connection: 'catching-up' }))?.text).toBe('Catching up')
    expect(connectionFact(status({ connection: 'offline' }))).toEqual({
      text: 'Offline, audio is safe',
      tone: 'warn',
    })
  })

  it('does not say Live while nothing listens in a long silence', () => {
    expect(connectionFact(status({ connection: 'waiting', delayMs: 600 }))).toEqual({
      text: 'Waiting for sound',
      tone: 'plain',
    })
  })

  it('shows the delay once there is one, in amber if it is long', () => {
    expect(connectionFact(status({}))).toEqual({ text: 'Live', tone: 'plain' })
    expect(connectionFact(status({ delayMs: 600 }))).toEqual({ text: 'Live 0.6 s', tone: 'plain' })
    expect(connectionFact(status({ delayMs: 6_400 }))).toEqual({
      text: '6.4 s behind',
      tone: 'warn',
    })
  })

  it('is plain while finishing, whatever the connection', () => {
    expect(connectionFact(status({ state: 'finishing', connection: 'offline' }))).toEqual({
      text: 'Finishing',
      tone: 'plain',
    })
  })
})

describe('the saved label', () => {
  it('shows when, and turns amber if it was too long ago', () => {
    expect(savedStatus(null)).toBeNull()
    expect(savedStatus(1_200)).toEqual({
      text: 'Saved 1 s ago',
      tone: 'plain',
    })
    expect(savedStatus(12_000)).toEqual({
      text: 'Not saved for 12 s',
      tone: 'warn',
    })
  })
})

describe('the colour of the wave', () => {
  it('is the colour of the speaker, from finals and partials', () => {
    const now = partial(2, 'and so on', { startMs: 10_000, speaker: 'C' })
    const rows = [
      turnRow(turn(0, 'one', { startMs: 0, speaker: 'A' })),
      turnRow(turn(1, 'two', { startMs: 5000, speaker: 'B' })),
      turnRow(now),
    ]
    const partials = new Map<string, Turn>([['session:2', now]])
    const shown = { rows, partials, palette: new Map() }
    expect(colourAt(shown, 6000)).toBe('--s2')
    expect(colourAt(shown, 11_000)).toBe('--s3')
    expect(colourAt({ ...shown, rows: [] }, 6000)).toBe('--s1')
  })
})
