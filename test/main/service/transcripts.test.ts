import { describe, expect, it, onTestFinished } from 'vitest'
import { ok, type ErrorCode } from '../../../preload/errors'
import { createHttpClient } from '../../../main/service/http'
import { uploadBody, type TranscriptSettings } from '../../../main/service/transcript-wire'
import { createTranscripts } from '../../../main/service/transcripts'
import type { KnobsPatch, TranscriptKnobs } from '../../service/knobs'
import { startService } from '../../service/service'
import { toneSpeech, wordText } from '../../speech/tones'
import { nodeNet } from './node-net'

const key = 'the0good0key0a1b2c3d4e5f60718293'
const settings: TranscriptSettings = {
  serviceModel: 'universal-streaming-english',
  languages: [],
  keyTerms: [],
  speakerLabels: false,
  filterProfanity: false,
}
const never = new AbortController().signal

async function setUp(knobs: KnobsPatch = {}, over: Partial<TranscriptSettings> = {}) {
  const service = await startService({
    knobs: {
      keys: { [key]: 'good' },
      ...knobs,
      transcripts: { processingMs: 0, ...knobs.transcripts },
    },
  })
  onTestFinished(() => service.close())
  const waits: number[] = []
  const transcribe = createTranscripts({
    http: createHttpClient(nodeNet),
    keyInUse: async () => ok({ id: 'k', name: 'Work', zone: 'default', secret: key }),
    settings: () => ({ ...settings, ...over }),
    serviceUrl: service.url,
    random: () => 0.5,
    sleep: async (ms) => {
      waits.push(ms)
      await new Promise((resolve) => setTimeout(resolve, 1))
    },
  })
  const lines = () =>
    service.log.requests.map(({ method, path }) => `${method} ${path.replace(/[\w-]{36}/, 'ID')}`)
  const body = () =>
    service.log.requests.find(({ path, method }) => method === 'POST' && path === '/v2/transcript')
      ?.body
  return { service, transcribe, waits, lines, body }
}

const saying = (firstNumber: number, words = 5) => {
  const said = toneSpeech({ words, firstNumber, sampleRate: 16_000 })
  const { buffer, byteOffset, byteLength } = said.samples
  return { pcm: new Uint8Array(buffer, byteOffset, byteLength), words: said.words }
}
const status = (code: number, headers = {}) => ({ kind: 'status', status: code, headers }) as const
const answers = (...row: TranscriptKnobs['answers']) => ({ transcripts: { answers: row } })

describe('a pre-recorded job with the service', () => {
  it('uploads, asks, waits, reads the words and deletes what it left', async () => {
    const { transcribe, lines, body, service } = await setUp()
    const { pcm, words } = saying(17)
    const heard = await transcribe([pcm], never)
    if (!heard.ok) throw new Error(heard.error.code)
    const [channel] = heard.value.channels
    expect(channel?.map(({ text }) => text)).toEqual(words.map(({ number }) => wordText(number)))
    for (const [index, word] of words.entries()) {
      expect(Math.abs((channel?.[index]?.startMs ?? 0) - word.startMs)).toBeLessThan(20)
    }
    expect(heard.value).toMatchObject({ language: 'en', timing: 'measured' })
    expect(lines()).toEqual(['POST /v2/upload', 'POST /v2/transcript', 'GET /v2/transcript/ID'])
    await heard.value.forget?.()
    expect(lines().at(-1)).toBe('DELETE /v2/transcript/ID')
    expect(service.log.requests.every((request) => request.headers['authorization'] === key)).toBe(
      true,
    )
    expect(service.log.requests[0]?.headers['content-type']).toBe('application/octet-stream')
    expect(service.log.requests[0]?.body).toBe(pcm.length + 44)
    expect(body()).toEqual({
      audio_url: expect.stringContaining('https://'),
      speech_models: ['universal-3-5-pro', 'universal-2'],
      language_code: 'en',
    })
  })

  it('hears two sources as two channels, also where one is longer', async () => {
    const { transcribe, body } = await setUp()
    const [mine, theirs] = [saying(100, 4), saying(300, 8)]
    const heard = await transcribe([mine.pcm, theirs.pcm], never)
    if (!heard.ok) throw new Error(heard.error.code)
    expect(heard.value.channels.map((channel) => channel.map(({ text }) => text))).toEqual([
      mine.words.map(({ number }) => wordText(number)),
      theirs.words.map(({ number }) => wordText(number)),
    ])
    expect(body()).toMatchObject({ multichannel: true })
  })

  it('says what the settings say, each only where it is set', async () => {
    const { transcribe, body } = await setUp(
      {},
      {
        serviceModel: 'universal-3-6-pro',
        languages: ['de', 'fr'],
        keyTerms: ['Parley'],
        speakerLabels: true,
        filterProfanity: true,
      },
    )
    await transcribe([saying(0).pcm], never)
    expect(body()).toMatchObject({
      language_detection: true,
      language_detection_options: { expected_languages: ['de', 'fr'] },
      keyterms_prompt: ['Parley'],
      speaker_labels: true,
      filter_profanity: true,
    })
    expect(body()).not.toHaveProperty('multichannel')
  })

  it('takes sound in which nobody speaks for sound without words', async () => {
    const { transcribe, lines } = await setUp({}, { serviceModel: 'universal-3-6-pro' })
    const heard = await transcribe([new Uint8Array(64_000)], never)
    expect(heard).toMatchObject(ok({ channels: [[]], language: null, timing: 'measured' }))
    expect(lines().at(-1)).toBe('GET /v2/transcript/ID')
  })

  it('polls ever more slowly while it takes long', async () => {
    const { transcribe, waits } = await setUp({ transcripts: { processingMs: 400 } })
    expect((await transcribe([saying(0).pcm], never)).ok).toBe(true)
    expect(waits.slice(0, 3)).toEqual([1_000, 1_500, 2_250])
    expect(Math.max(...waits)).toBeLessThanOrEqual(10_000)
  })

  it('tries again what may pass, and waits as long as it is asked to', async () => {
    const { transcribe, lines, waits } = await setUp(
      answers(
        { to: 'upload', answer: status(503) },
        { to: 'create', answer: status(429, { 'retry-after': '7' }) },
        { to: 'poll', answer: { kind: 'reset' } },
        { to: 'delete', answer: status(500) },
      ),
    )
    const heard = await transcribe([saying(0).pcm], never)
    expect(heard.ok && (await heard.value.forget?.())).toBeUndefined()
    expect(lines()).toHaveLength(8)
    expect(waits.some((ms) => ms >= 7_000 && ms < 8_000)).toBe(true)
  })

  it.each<readonly [string, KnobsPatch, ErrorCode]>([
    ['a rejected key', { keys: { [key]: 'rejected' } }, 'key-rejected'],
    ['an account without credit', { keys: { [key]: 'unpaid' } }, 'payment-required'],
    [
      'a request that it does not take',
      answers({ to: 'create', answer: status(400) }),
      'bad-request',
    ],
    [
      'a redirect, which would take the key along',
      answers({ to: 'upload', answer: { kind: 'redirect', location: 'http://127.0.0.2:9/' } }),
      'redirected',
    ],
    ['no JSON', answers({ to: 'create', answer: { kind: 'text', text: '<html>' } }), 'bad-answer'],
    [
      'an id that leads elsewhere',
      answers({ to: 'create', answer: { kind: 'text', text: '{"id":"../../v3/token"}' } }),
      'bad-answer',
    ],
  ])('does not go on after %s', async (_name, knobs, code) => {
    const { transcribe, service } = await setUp(knobs)
    expect(await transcribe([saying(0).pcm], never)).toMatchObject({ ok: false, error: { code } })
    expect(service.log.requests.length).toBeLessThanOrEqual(2)
  })

  it('tells why the service gave a job up, without the key, and deletes it all the same', async () => {
    const { transcribe, lines } = await setUp({
      transcripts: { error: `Decoding failed for ${key}` },
    })
    const heard = await transcribe([saying(0).pcm], never)
    expect(heard).toMatchObject({ ok: false, error: { code: 'transcript-failed' } })
    expect(JSON.stringify(heard)).toContain('Decoding failed')
    expect(JSON.stringify(heard)).not.toContain(key.slice(0, 8))
    expect(lines().at(-1)).toBe('DELETE /v2/transcript/ID')
  })

  it('gives up for now after a few failures of the network', async () => {
    const { transcribe, service } = await setUp()
    await service.goOffline()
    const heard = await transcribe([saying(0).pcm], never)
    expect(heard).toMatchObject({ ok: false, error: { code: 'connection-failed' } })
  })

  it('ends at once with its signal; the next call asks for the words and sends nothing again', async () => {
    const { transcribe, service, lines } = await setUp({ transcripts: { processingMs: 60_000 } })
    const { pcm, words } = saying(40)
    const kept: (string | null)[] = []
    const memory = { id: null, keep: (id: string | null) => void kept.push(id) }
    const life = new AbortController()
    const heard = transcribe([pcm], life.signal, memory)
    await service.log.until(() => lines().includes('GET /v2/transcript/ID'), 'a poll')
    life.abort()
    expect(await heard).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(lines()).toEqual(['POST /v2/upload', 'POST /v2/transcript', 'GET /v2/transcript/ID'])
    const count = service.log.requests.length
    expect(await transcribe([pcm], life.signal)).toMatchObject({ ok: false })
    expect(service.log.requests).toHaveLength(count)

    service.finishTranscripts()
    const [id = null] = kept
    const again = await transcribe([pcm], never, { ...memory, id })
    if (!again.ok) throw new Error(again.error.code)
    expect(again.value.channels[0]?.map(({ text }) => text)).toEqual(
      words.map(({ number }) => wordText(number)),
    )
    expect(lines().filter((line) => line.startsWith('POST'))).toHaveLength(2)
    expect(kept).toEqual([id])
  })

  it('sends it after all where the service does not know the job', async () => {
    const { transcribe, lines } = await setUp()
    const kept: (string | null)[] = []
    const memory = { id: 'gone', keep: (id: string | null) => void kept.push(id) }
    expect(await transcribe([saying(3).pcm], never, memory)).toMatchObject({ ok: true })
    expect(lines()[0]).toBe('GET /v2/transcript/gone')
    expect(lines()).toContain('POST /v2/upload')
    expect(kept).toEqual([null, expect.stringMatching(/^[\w-]{36}$/)])
  })

  it('keeps a job that it could not ask for, and lets go of one that failed', async () => {
    const { transcribe, service } = await setUp(
      answers(...Array.from({ length: 10 }, () => ({ to: 'poll', answer: status(503) }) as const)),
    )
    const kept: (string | null)[] = []
    const memory = { id: null, keep: (id: string | null) => void kept.push(id) }
    expect(await transcribe([saying(3).pcm], never, memory)).toMatchObject({ ok: false })
    expect(kept).toHaveLength(1)
    service.configure({ transcripts: { error: 'Decoding failed' } })
    const [id = null] = kept
    expect(await transcribe([saying(3).pcm], never, { ...memory, id })).toMatchObject({
      error: { code: 'transcript-failed' },
    })
    expect(kept).toEqual([id, null])
  })
})

describe('the place where sound is sent to', () => {
  it.each([
    ['default', 'https://api.assemblyai.com/v2/upload'],
    ['us', 'https://api.assemblyai.com/v2/upload'],
    ['eu', 'https://api.eu.assemblyai.com/v2/upload'],
  ] as const)('is that of the zone of the key: %s', async (zone, address) => {
    const urls: string[] = []
    const transcribe = createTranscripts({
      http: async ({ url }) => {
        urls.push(url)
        return { status: 401, headers: {}, body: '' }
      },
      keyInUse: async () => ok({ id: 'k', name: 'Work', zone, secret: key }),
      settings: () => settings,
      serviceUrl: null,
    })
    expect(await transcribe([saying(0).pcm], never)).toMatchObject({
      error: { code: 'key-rejected' },
    })
    expect(urls).toEqual([address])
  })
})

describe('the sound that is sent', () => {
  it('is a WAV whose header says what is in it', () => {
    const body = Buffer.from(uploadBody([new Uint8Array([1, 2, 3, 4]), new Uint8Array([5, 6])]))
    expect(body.toString('latin1', 0, 4)).toBe('RIFF')
    expect(body.readUInt16LE(22)).toBe(2)
    expect(body.readUInt32LE(24)).toBe(16_000)
    expect(body.readUInt32LE(28)).toBe(64_000)
    expect(body.readUInt16LE(32)).toBe(4)
    expect(body.readUInt32LE(40)).toBe(8)
    expect([...body.subarray(44)]).toEqual([1, 2, 5, 6, 3, 4, 0, 0])
  })
})
