import { describe, expect, it } from 'vitest'
import { planStreams } from '../../../main/system-sound/plan'
import {
  isInTree,
  isOfProgram,
  isOwn,
  parentInStat,
  programOf,
} from '../../../main/system-sound/programs'
import type { SinkInput } from '../../../main/system-sound/pulse/messages'

function input(index: number, properties: Record<string, string>, corked = false): SinkInput {
  return { index, client: 0, sink: 0, corked, properties }
}

/** 1 started 100 (Parley), which started 110, which started 111 (its sound). */
const parents: Record<number, number> = { 100: 1, 110: 100, 111: 110, 200: 1, 201: 200 }
const parentOf = (pid: number) => parents[pid] ?? null

const zoom = { 'application.name': 'ZOOM VoiceEngine', 'application.process.binary': 'zoom' }
const slack = { 'application.name': 'Chromium', 'application.process.binary': '/opt/slack/slack' }

describe('programs', () => {
  it('have a name that a person knows', () => {
    expect(programOf(input(1, zoom))).toEqual({ key: 'zoom', name: 'ZOOM VoiceEngine' })
    expect(programOf(input(1, slack))).toEqual({ key: 'slack', name: 'slack' })
    expect(programOf(input(1, { 'application.name': 'Firefox' }))?.key).toBe('Firefox')
    expect(programOf(input(1, {}))).toBeNull()
  })

  it('are Parley itself if it started them', () => {
    expect(isInTree(111, 100, parentOf)).toBe(true)
    expect(isInTree(100, 100, parentOf)).toBe(true)
    expect(isInTree(201, 100, parentOf)).toBe(false)
    const loop = (pid: number) => (pid === 5 ? 6 : 5)
    expect(isInTree(5, 100, loop)).toBe(false)
    expect(isOwn(input(1, { 'application.process.id': '111' }), 100, parentOf)).toBe(true)
    expect(isOwn(input(1, { 'application.process.id': 'x' }), 100, parentOf)).toBe(false)
    expect(isOwn(input(1, {}), 100, parentOf)).toBe(false)
  })

  it('have a parent in /proc, whatever they are called', () => {
    expect(parentInStat('42 (a) b) S 7 42 42 0')).toBe(7)
    expect(parentInStat('')).toBeNull()
  })

  it('are not the modules of the server, which play what a program plays or a person says', () => {
    expect(isOfProgram(input(1, { 'media.name': 'Loopback from desk' }))).toBe(false)
    expect(isOfProgram(input(1, { ...zoom, 'media.role': 'filter' }))).toBe(false)
    expect(isOfProgram(input(1, zoom))).toBe(true)
  })
})

describe('planStreams', () => {
  const inputs = [input(1, zoom), input(2, slack, true), input(3, { 'application.name': 'Parley' })]
  const sinks = [
    { index: 0, name: 'a', description: 'A', monitor: 0, monitorName: 'a.monitor' },
    { index: 1, name: 'b', description: 'B', monitor: 1, monitorName: null },
  ]
  const playing = { inputs, sinks, isOwn: ({ index }: SinkInput) => index === 3 }

  it('hears every program but Parley, or one and measures the others', () => {
    const all = planStreams({ ...playing, way: 'programs', chosen: null })
    expect(all.map(({ key, isMeeting, corked }) => [key, isMeeting, corked])).toEqual([
      ['program 1', true, false],
      ['program 2', true, true],
    ])
    const one = planStreams({ ...playing, way: 'programs', chosen: 'slack' })
    expect(one.map(({ isMeeting }) => isMeeting)).toEqual([false, true])
  })

  it('hears the monitor of every output where programs cannot be heard', () => {
    const all = planStreams({ ...playing, way: 'monitors', chosen: 'slack' })
    expect(all.map(({ heard, isMeeting }) => [heard, isMeeting])).toEqual([
      [{ monitorName: 'a.monitor' }, true],
    ])
  })
})
