import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../../preload/model'
import { connectionFact } from '../../../../renderer/shared/facts'
import { savedFact } from '../../../../renderer/window/live/facts'
import { colourAt } from '../../../../renderer/window/live/wave-drawing'
import { turnRow } from '../../../../renderer/window/script/rows'
import { partial, recordingStatus as status, turn } from '../samples'

describe('the connection in words', () => {
  it('is amber with words whenever text is not coming', () => {
    expect(connectionFact(status({ connection: 'connecting' }))).toEqual({
      text: 'Connecting',
      tone: 'warn',
    })
    expect(connectionFact(status({ connection: 'catching-up' }))?.text).toBe('Catching up')
    expect(connectionFact(status({ connection: 'offline' }))).toEqual({
      text: 'Offline: the sound is safe',
      tone: 'warn',
    })
  })

  it('has the delay once there is one, amber where it is long', () => {
    expect(connectionFact(status({}))).toEqual({ text: 'Live', tone: 'plain' })
    expect(connectionFact(status({ delayMs: 600 }))).toEqual({ text: 'Live 0.6 s', tone: 'plain' })
    expect(connectionFact(status({ delayMs: 6_400 }))).toEqual({
      text: '6.4 s behind',
      tone: 'warn',
    })
  })

  it('is calm while finishing, whatever the connection', () => {
    expect(connectionFact(status({ state: 'finishing', connection: 'offline' }))).toEqual({
      text: 'Finishing',
      tone: 'plain',
    })
  })
})

describe('what is saved', () => {
  it('says when, and when it is too long ago', () => {
    expect(savedFact(status({}), 5000)).toBeNull()
    expect(savedFact(status({ savedAt: 4000 }), 5200)).toEqual({
      text: 'Saved 1 s ago',
      tone: 'plain',
    })
    expect(savedFact(status({ savedAt: 4000 }), 16_000)).toEqual({
      text: 'Not saved for 12 s',
      tone: 'warn',
    })
  })

  it('is never in the future', () => {
    expect(savedFact(status({ savedAt: 9000 }), 5000)?.text).toBe('Saved 0 s ago')
  })
})

describe('the colour of the wave', () => {
  it('is that of whoever was speaking, by finals and partials', () => {
    const now = partial(2, 'and so on', { startMs: 10_000, speaker: 'C' })
    const rows = [
      turnRow(turn(0, 'one', { startMs: 0, speaker: 'A' })),
      turnRow(turn(1, 'two', { startMs: 5000, speaker: 'B' })),
      turnRow(now),
    ]
    const partials = new Map<string, Turn>([['session:2', now]])
    expect(colourAt(rows, partials, 6000, new Map())).toBe('--s2')
    expect(colourAt(rows, partials, 11_000, new Map())).toBe('--s3')
    expect(colourAt([], partials, 6000, new Map())).toBe('--s1')
  })
})
