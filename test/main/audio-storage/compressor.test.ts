import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  createCompressor,
  stepFor,
  type Compressor,
  type Step,
} from '../../../main/audio-storage/compressor'
import { createAudioAccess } from '../../../main/audio-storage/audio-access'
import { storageUse } from '../../../main/audio-storage/usage'
import type { Gap, Settings, Source } from '../../../common/model'
import { toneSpeech } from '../../speech/tones'
import { wavBytes } from '../../speech/wav'
import { meetingOf, unwrap, newLibrary, temporaryFolder } from '../library/folder'
import { packingPage } from './page'

const id = 'meeting-1'
const day = 24 * 3_600_000
const gap: Gap = {
  id: 'g',
  source: 'microphone',
  startMs: 0,
  endMs: 900,
  reason: 'network',
  sound: true,
  filled: false,
}

function setUp(sources: readonly Source[] = ['microphone']) {
  const library = newLibrary()
  const said = toneSpeech({ words: 4, sampleRate: 16_000 })
  unwrap(library.meetings.create(meetingOf({ id })))
  mkdirSync(library.audioFolder(id), { recursive: true })
  for (const source of sources) writeFileSync(library.audioPath(id, source), wavBytes(said))
  const samples = said.samples.length
  const infos = sources.map((source) => ({ source, samples }))
  unwrap(library.meetings.setProgress(id, samples / 16, infos))
  unwrap(library.meetings.setState(id, 'done'))
  const { page, openPage } = packingPage()
  const sounds = createAudioAccess({ library, openPage, onRelease: () => packer.trigger() })
  const state = { recording: false, now: library.retentionNow() + day }
  const settings: Pick<Settings, 'sound' | 'soundDays'> = { sound: 'compress', soundDays: 30 }
  const packer: Compressor = createCompressor({
    library,
    audioAccess: sounds,
    settings: () => settings,
    isRecording: () => state.recording,
    openPage,
    broadcast: () => undefined,
    now: () => state.now,
  })
  onTestFinished(() => packer.stop())
  const files = () =>
    existsSync(library.audioFolder(id)) ? readdirSync(library.audioFolder(id)).sort() : []
  const sound = () => unwrap(library.meetings.get(id)).sound
  /** Longer than all started work takes. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 80))
  return { library, said, page, sounds, packer, settings, state, files, sound, settled }
}

describe('the audio of a finished meeting', () => {
  it('is compressed, and its WAV is deleted after the result was verified', async () => {
    const { packer, files, sound, library } = setUp()
    packer.trigger()
    await vi.waitFor(() => expect(sound()).toBe('packed'))
    await vi.waitFor(() => expect(files()).toEqual(['microphone.ogg', 'waveform.json']))
    expect(unwrap(await library.waveform(id)).levels.some((level) => level > 0)).toBe(true)
    const played = await library.openCompressed(id)
    expect(played?.contentType).toBe('audio/ogg')
    await played?.close()
  })

  it('of two sources has a third file with both', async () => {
    const { packer, files, library } = setUp(['microphone', 'system'])
    packer.trigger()
    const expected = ['microphone.ogg', 'mix.ogg', 'system.ogg', 'waveform.json']
    await vi.waitFor(() => expect(files()).toEqual(expected))
    const played = await library.openCompressed(id)
    expect(played?.size).toBe(readFileSync(library.compressedPath(id, 'mix')).length)
    await played?.close()
  })

  it.each<[string, (pcm: Buffer) => Buffer]>([
    ['is silent', (pcm) => Buffer.alloc(pcm.length)],
    ['lacks its end', (pcm) => pcm.subarray(0, pcm.length - 8_000)],
    ['is longer', (pcm) => Buffer.concat([pcm, Buffer.alloc(8_000)])],
  ])('is kept as it was if the decoded result %s', async (_what, hear) => {
    const { packer, page, files, sound, library } = setUp()
    const before = readFileSync(library.audioPath(id, 'microphone'))
    page.hear = hear
    packer.trigger()
    await vi.waitFor(() => expect(packer.problem()?.code).toBe('sound-not-packed'))
    expect(sound()).toBe('recorded')
    expect(files()).toEqual(['microphone.wav', 'waveform.json'])
    expect(readFileSync(library.audioPath(id, 'microphone'))).toEqual(before)
  })

  it('is kept as it was if the page crashes or the disk is full', async () => {
    const broken = setUp()
    broken.page.crashes = true
    broken.packer.trigger()
    await vi.waitFor(() => expect(broken.packer.problem()).not.toBeNull())
    expect(broken.files()).toEqual(['microphone.wav', 'waveform.json'])

    const full = setUp()
    const name = `${full.library.compressedPath(id, 'microphone')}.new`
    // A disk without space or, if the system has none, a name that cannot be written.
    if (existsSync('/dev/full')) symlinkSync('/dev/full', name)
    else mkdirSync(name)
    full.packer.trigger()
    await vi.waitFor(() => expect(full.packer.problem()).not.toBeNull())
    expect(full.files()).toContain('microphone.wav')
    expect(full.sound()).toBe('recorded')
  })

  it('is not compressed while something is recorded, or while words are missing', async () => {
    const { packer, state, sound, library, settled } = setUp()
    state.recording = true
    packer.trigger()
    await settled()
    expect(sound()).toBe('recorded')
    state.recording = false
    unwrap(library.gaps.upsert(id, gap))
    packer.trigger()
    await settled()
    expect(sound()).toBe('recorded')
    unwrap(library.gaps.upsert(id, { ...gap, filled: true }))
    packer.trigger()
    await vi.waitFor(() => expect(sound()).toBe('packed'))
  })

  it('is decompressed to the sample when it is needed, and removed after the last use', async () => {
    const { packer, sounds, files, sound, said, library, page } = setUp()
    packer.trigger()
    await vi.waitFor(() => expect(files()).not.toContain('microphone.wav'))
    expect(sound()).toBe('packed')
    // A decoder returns a little more than was recorded.
    page.hear = (pcm) => Buffer.concat([pcm, Buffer.alloc(640)])
    const [one, two] = [unwrap(await sounds.hold(id)), unwrap(await sounds.hold(id))]
    expect(readFileSync(library.audioPath(id, 'microphone'))).toEqual(Buffer.from(wavBytes(said)))
    await one()
    expect(files()).toContain('microphone.wav')
    await two()
    expect(files()).toEqual(['microphone.ogg', 'waveform.json'])
  })

  it('that is needed while it is compressed is deleted when it is no longer needed', async () => {
    const { packer, sounds, files, sound } = setUp()
    const release = unwrap(await sounds.hold(id))
    packer.trigger()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(sound()).toBe('recorded')
    await release()
    await vi.waitFor(() => expect(files()).toEqual(['microphone.ogg', 'waveform.json']))
  })

  it('reports an error if it cannot be decompressed', async () => {
    const { packer, sounds, files, library } = setUp()
    packer.trigger()
    await vi.waitFor(() => expect(files()).not.toContain('microphone.wav'))
    rmSync(library.compressedPath(id, 'microphone'))
    expect(await sounds.hold(id)).toMatchObject({ error: { code: 'audio-read-failed' } })
    expect(files()).toEqual(['waveform.json'])
  })

  it('is deleted after the chosen days, and the text stays', async () => {
    const { packer, settings, state, files, sound, sounds, library, settled } = setUp()
    Object.assign(settings, { sound: 'delete' })
    packer.trigger()
    await vi.waitFor(() => expect(sound()).toBe('packed'))
    await settled()
    expect(files()).toContain('microphone.ogg')
    state.now += 30 * day
    packer.trigger()
    await vi.waitFor(() => expect(files()).toEqual([]))
    expect(sound()).toBe('deleted')
    expect(unwrap(library.meetings.get(id)).audio).toHaveLength(1)
    expect(await sounds.hold(id)).toMatchObject({ error: { code: 'no-sound' } })
  })

  it('that an earlier start left behind is deleted at the next start', async () => {
    const { packer, library, files } = setUp()
    writeFileSync(library.compressedPath(id, 'microphone'), 'packed')
    unwrap(library.meetings.setSound(id, 'packed'))
    packer.trigger()
    await vi.waitFor(() => expect(files()).toEqual(['microphone.ogg']))
  })
})

describe('stepFor', () => {
  const settings = { sound: 'compress', soundDays: 30 } as const
  const over = {
    state: 'done' as const,
    sound: 'recorded' as const,
    samples: 16_000,
  }
  const receivedAt = Date.UTC(2026, 10, 29)
  it.for<
    [
      string,
      Parameters<typeof stepFor>[0] & { readonly receivedAt?: number },
      boolean,
      Pick<Settings, 'sound' | 'soundDays'>,
      Step,
    ]
  >([
    ['a meeting that is over', over, false, settings, 'compress'],
    ['one that was interrupted', { ...over, state: 'interrupted' }, false, settings, 'compress'],
    ['one that is recorded', { ...over, state: 'recording' }, false, settings, null],
    ['one that is finishing', { ...over, state: 'finishing' }, false, settings, null],
    ['one with open gaps', over, true, settings, null],
    ['one without sound', { ...over, samples: 0 }, false, settings, null],
    ['one that is compressed', { ...over, sound: 'packed' }, false, settings, null],
    ['one to be kept', over, false, { ...settings, sound: 'keep' }, null],
    [
      'one that has just ended',
      { ...over, receivedAt: receivedAt + 30 * day - 60_000 },
      false,
      settings,
      { inMs: 240_000 },
    ],
    [
      'one that is compressed, to be deleted later',
      { ...over, sound: 'packed' },
      false,
      { sound: 'delete', soundDays: 31 },
      { inMs: day },
    ],
    ['one to be deleted later', over, false, { sound: 'delete', soundDays: 31 }, 'compress'],
    ['one to be deleted', over, false, { sound: 'delete', soundDays: 29 }, 'delete'],
    ['old sound with open gaps', over, true, { sound: 'delete', soundDays: 1 }, null],
  ])('of %s is right', ([, meeting, open, chosen, step]) => {
    const context = { receivedAt, ...meeting, hasOpenGaps: open, settings: chosen }
    expect(stepFor(meeting, { ...context, now: receivedAt + 30 * day })).toEqual(step)
  })
})

describe('storageUse', () => {
  it('counts audio, text and models separately', async () => {
    const [library, models] = [join(temporaryFolder(), 'library'), temporaryFolder()]
    const put = (path: string, bytes: number) => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, Buffer.alloc(bytes))
    }
    put(join(library, 'library.db'), 400)
    put(join(library, 'library.db-wal'), 100)
    put(join(library, 'reserve'), 80_000)
    put(join(library, 'audio', 'one', 'microphone.wav'), 3_000)
    put(join(library, 'importing', 'two.wav'), 70)
    put(join(models, 'base', 'model.onnx'), 9_000)
    const use = unwrap(await storageUse({ library, models }, null))
    expect(use).toMatchObject({ audioBytes: 3_070, textBytes: 500, modelBytes: 9_000 })
    expect(use.freeBytes).toBeGreaterThan(0)
    const none = unwrap(await storageUse({ library: join(library, 'none'), models: 'none' }, null))
    expect(none).toMatchObject({ audioBytes: 0, textBytes: 0, modelBytes: 0 })
  })
})
