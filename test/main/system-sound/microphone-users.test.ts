import { expect, it } from 'vitest'
import {
  microphoneUsers,
  playingPrograms,
  type SoundFacts,
} from '../../../main/system-sound/microphone-users'
import type { SinkInput, SourceOutput } from '../../../main/system-sound/pulse/messages'

const microphone = 1
const monitor = 2
const sources = [
  { index: microphone, name: 'desk', channels: 1, volume: 1, muted: false, isMonitor: false },
  { index: monitor, name: 'a.monitor', channels: 2, volume: 1, muted: false, isMonitor: true },
]
/** 1 started 100 (Parley), which started 110; 200 is a browser, which started 201 and 202. */
const parents: Record<number, number> = { 100: 1, 110: 100, 200: 1, 201: 200, 202: 200 }

const of = (binary: string, pid: number, role?: string) => ({
  'application.name': binary,
  'application.process.binary': binary,
  'application.process.id': String(pid),
  ...(role === undefined ? {} : { 'media.role': role }),
})
const holds = (
  properties: Record<string, string>,
  changes: Partial<SourceOutput> = {},
): SourceOutput => ({
  source: microphone,
  client: 0,
  corked: false,
  isMeter: false,
  properties,
  ...changes,
})
const plays = (properties: Record<string, string>, changes: Partial<SinkInput> = {}) => ({
  index: 0,
  client: 0,
  sink: 0,
  corked: false,
  properties,
  ...changes,
})
const facts = (given: Partial<SoundFacts>): SoundFacts => ({
  outputs: [],
  inputs: [],
  sources,
  clients: [],
  ownPid: 100,
  parentOf: (pid) => parents[pid] ?? null,
  ...given,
})
const keys = (given: Partial<SoundFacts>) => microphoneUsers(facts(given)).map(({ key }) => key)

const zoom = of('zoom', 300)

it.each<[string, Partial<SoundFacts>, string[]]>([
  ['a call', { outputs: [holds(zoom)], inputs: [plays(zoom)] }, ['zoom']],
  [
    'a call that is silent now',
    { outputs: [holds(zoom)], inputs: [plays(zoom, { corked: true })] },
    ['zoom'],
  ],
  ['a phone', { outputs: [holds(of('linphone', 5, 'phone'))] }, ['linphone']],
  [
    'a browser whose processes share the work',
    { outputs: [holds(of('chrome', 201))], inputs: [plays(of('chrome', 202))] },
    ['chrome'],
  ],
  [
    'a program with a helper of another name',
    { outputs: [holds(of('slack', 200))], inputs: [plays(of('helper', 201))] },
    ['slack'],
  ],
  ['a program that only listens', { outputs: [holds(zoom)] }, []],
  ['music', { inputs: [plays(of('spotify', 5, 'music'))] }, []],
  [
    'a browser that plays, beside a recorder',
    { outputs: [holds(of('audacity', 5))], inputs: [plays(of('firefox', 6))] },
    [],
  ],
  [
    'a recorder that plays too',
    { outputs: [holds(of('obs', 5))], inputs: [plays(of('obs', 5))] },
    [],
  ],
  [
    'a recorder of an output',
    { outputs: [holds(zoom, { source: monitor })], inputs: [plays(zoom)] },
    [],
  ],
  ['a meter', { outputs: [holds(zoom, { isMeter: true })], inputs: [plays(zoom)] }, []],
  ['a stream that rests', { outputs: [holds(zoom, { corked: true })], inputs: [plays(zoom)] }, []],
  [
    'Parley itself',
    { outputs: [holds(of('electron', 110))], inputs: [plays(of('electron', 110))] },
    [],
  ],
  [
    'modules',
    {
      outputs: [holds({ 'media.name': 'Loopback' })],
      inputs: [plays({ 'media.name': 'Loopback' })],
    },
    [],
  ],
  [
    'filters',
    { outputs: [holds(of('effects', 5, 'filter'))], inputs: [plays(of('effects', 5))] },
    [],
  ],
  [
    'the desktop',
    { outputs: [holds(of('gnome-shell', 5))], inputs: [plays(of('gnome-shell', 5, 'event'))] },
    [],
  ],
])('tells the programs of %s', (_name, given, found) => {
  expect(keys(given)).toEqual(found)
})

it('knows a program of PipeWire by its client', () => {
  const native = { 'application.name': 'Element' }
  const clients = [{ index: 7, properties: of('element', 110) }]
  const outputs = [holds(native, { client: 7 })]
  const inputs = [plays(native, { client: 7 })]
  expect(keys({ outputs, inputs, clients })).toEqual([])
  expect(keys({ outputs, inputs, clients, ownPid: 999 })).toEqual(['element'])
})

it('says which programs play', () => {
  const inputs = [plays(zoom), plays(of('firefox', 6), { corked: true })]
  expect(playingPrograms(facts({ inputs }))).toEqual(['zoom'])
})
