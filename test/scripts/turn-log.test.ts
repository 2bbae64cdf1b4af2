import { describe, expect, it } from 'vitest'
import { TurnLog } from '../../scripts/demo/turn-log'

const base = { sessionId: 'a', turnOrder: 0, startMs: 65_000, text: 'ask not', isFinal: false }

describe('TurnLog', () => {
  it('prints a turn once, when it becomes final', () => {
    const lines: string[] = []
    const log = new TurnLog((line: string) => lines.push(line))
    log.add({ turn: base })
    log.add({ turn: { ...base, text: 'Ask not.', isFinal: true } })
    log.add({ turn: { ...base, text: 'Ask not!', isFinal: true } })
    log.add({ turn: { ...base, turnOrder: 1, text: 'What your country', isFinal: true } })
    expect(lines).toEqual(['01:05  Ask not.', '01:05  What your country'])
  })

  it('is settled when every turn is final and nothing has changed for a while', async () => {
    const log = new TurnLog(() => undefined)
    const options = { notBefore: Date.now(), quietMs: 50, patienceMs: 10_000 }
    log.add({ turn: base })
    let settled = false
    const waiting = log.settled(options).then(() => (settled = true))
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(settled).toBe(false)
    log.add({ turn: { ...base, isFinal: true } })
    await waiting
  })

  it('stops waiting when its patience ends', async () => {
    const log = new TurnLog(() => undefined)
    const started = Date.now()
    await log.settled({ notBefore: started, quietMs: 50, patienceMs: 300 })
    expect(Date.now() - started).toBeLessThan(2_000)
  })
})
