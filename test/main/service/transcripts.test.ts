import { describe, expect, it, onTestFinished } from 'vitest'
import { fail, ok, type ErrorCode } from '../../../common/errors'
import { createHttpClient } from '../../../main/service/http'
import { uploadBody, type TranscriptSettings } from '../../../main/service/transcript-wire'
import { createRemoveJob, createTranscripts } from '../../../main/service/transcripts'
import type { JobRecord, KnownJob } from '../../../main/service/transcribe'
import type { BehaviourPatch, TranscriptBehaviour } from '../../service/options'
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
  prompt: '',
}
const never = new AbortController().signal

async function setUp(behaviour: BehaviourPatch = {}, over: Partial<TranscriptSettings> = {}) {
  const service = await startService({
    behaviour: {
      keys: { [key]: 'good' },
      ...behaviour,
      transcripts: { processingMs: 0, ...behaviour.transcripts },
    },
  })
  onTestFinished(() => service.close())
  const waits: number[] = []
  const options = {
    http: createHttpClient(nodeNet),
    keyFor: async () => ok({ id: 'k', name: 'Work', zone: 'default' as const, secret: key }),
    settings: () => ({ ...settings, ...over }),
    serviceUrl: service.url,
    random: () => 0.5,
    sleep: async (ms: number) => {
      waits.push(ms)
      await new Promise((resolve) => setTimeout(resolve, 1))
    },
  }
  const transcribe = createTranscripts(options)
  const remove = createRemoveJob(options)
  const lines = () =>
    service.log.requests.map(({ method, path }) => `${method} ${path.replace(/[\w-]{36}/, 'ID')}`)
  const body = () =>
    service.log.requests.find(({ path, method }) => method === 'POST' && path === '/v2/transcript')
      ?.body
  return { service, options, transcribe, remove, waits, lines, body }
}

/** A job record in memory, with the stored steps. */
function recordOf(known: KnownJob | null = null, over: Partial<JobRecord> = {}) {
  const steps: string[] = []
  let job = known
  const record: JobRecord = {
    meetingId: 'meeting',
    known,
    start: (keyId) => {
      steps.push('start')
      job = { keyId, uploadUrl: null, id: null }
      return ok(undefined)
    },
    uploaded: (uploadUrl) => {
      steps.push('uploaded')
      job = job && { ...job, uploadUrl }
      return ok(undefined)
    },
    answered: () => undefined,
    created: (id) => {
      steps.push('created')
      job = job && { ...job, id }
    },
    abandon: () => {
      steps.push('abandon')
      return ok(undefined)
    },
    finish: () => {
      steps.push('finish')
      return ok(undefined)
    },
    ...over,
  }
  return { record, steps, job: () => job }
}

const saying = (firstNumber: number, words = 5) => {
  const said = toneSpeech({ words, firstNumber, sampleRate: 16_000 })
  const { buffer, byteOffset, byteLength } = said.samples
  return { pcm: new Uint8Array(buffer, byteOffset, byteLength), words: said.words }
}
const status = (code: number, headers = {}) => ({ kind: 'status', status: code, headers }) as const
const answers = (...row: TranscriptBehaviour['answers']) => ({ transcripts: { answers: row } })

describe('a pre-recorded job with the service', () => {
  it('uploads, creates the job, waits, reads the words and deletes everything', async () => {
    const { transcribe, remove, lines, body, service } = await setUp()
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
    const [id = ''] = service.keptJobs()
    await remove({ keyId: 'k', uploadUrl: null, id }, never)
    expect(lines().at(-1)).toBe('DELETE /v2/transcript/ID')
    expect(service.keptJobs()).toEqual([])
    expect(service.log.requests.every((request) => request.headers['authorization'] === key)).toBe(
      true,
    )
    expect(service.log.requests[0]?.headers['content-type']).toBe('application/octet-stream')
    expect(service.log.requests[0]?.body).toBe(pcm.length + 44)
    expect(body()).toEqual({
      audio_url: expect.stringContaining('https://'),
      speech_models: ['assemblyai-stt-3-7', 'universal-2'],
      language_code: 'en',
    })
  })

  it('transcribes two sources as two channels, also if one is longer', async () => {
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

  it('sends each setting only if it is set', async () => {
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

  it('has the terms of the meeting of its record', async () => {
    const { options, service } = await setUp()
    const settingsOf = (meetingId: string | null) => ({
      ...settings,
      keyTerms: meetingId === null ? [] : [`of ${meetingId}`],
    })
    const transcribe = createTranscripts({ ...options, settings: settingsOf })
    const { record } = recordOf()
    expect((await transcribe([saying(0).pcm], never, record)).ok).toBe(true)
    const sent = service.log.requests.find(
      ({ path, method }) => method === 'POST' && path === '/v2/transcript',
    )
    expect(sent?.body).toMatchObject({ keyterms_prompt: ['of meeting'] })
  })

  it.each([
    ['alone', 'Budget, with Zoë', [], { prompt: 'Budget, with Zoë' }],
    ['with terms', 'Budget', ['Ghent', 'Zoë'], { prompt: 'Budget\n\nContext: Ghent, Zoë' }],
    ['without room for the terms', 'b'.repeat(1_745), ['Ghent'], { keyterms_prompt: ['Ghent'] }],
    ['that is too long', 'b'.repeat(1_800), [], { prompt: 'b'.repeat(1_750) }],
  ])('has the subject of the meeting %s', async (...[, prompt, keyTerms, expected]) => {
    const { transcribe, body } = await setUp({}, { prompt, keyTerms })
    expect((await transcribe([saying(0).pcm], never)).ok).toBe(true)
    const { prompt: sent, keyterms_prompt: terms } = body() as Record<string, unknown>
    expect(JSON.parse(JSON.stringify({ prompt: sent, keyterms_prompt: terms }))).toEqual(expected)
  })

  it('lets the older model hear a language that the first does not support', async () => {
    const older = { transcripts: { languagesOfOlder: ['is'] } }
    const icelandic = await setUp(older, {
      serviceModel: 'universal-3-6-pro',
      languages: ['is'],
    })
    const heard = await icelandic.transcribe([saying(0).pcm], never)
    expect(heard).toMatchObject({ value: { language: 'is', model: 'universal-2' } })
    const english = await setUp(older)
    expect(await english.transcribe([saying(0).pcm], never)).toMatchObject({
      value: { language: 'en', model: 'assemblyai-stt-3-7' },
    })
  })

  it('accepts audio in which nobody speaks as audio without words', async () => {
    const { transcribe, lines } = await setUp({}, { serviceModel: 'universal-3-6-pro' })
    const heard = await transcribe([new Uint8Array(64_000)], never)
    expect(heard).toMatchObject(ok({ channels: [[]], language: null, timing: 'measured' }))
    expect(lines().at(-1)).toBe('GET /v2/transcript/ID')
  })

  it('polls more and more slowly while it takes long', async () => {
    const { transcribe, waits } = await setUp({ transcripts: { processingMs: 400 } })
    expect((await transcribe([saying(0).pcm], never)).ok).toBe(true)
    expect(waits.slice(0, 3)).toEqual([1_000, 1_500, 2_250])
    expect(Math.max(...waits)).toBeLessThanOrEqual(10_000)
  })

  it('retries temporary failures, and waits as long as the service asks', async () => {
    const { transcribe, remove, service, lines, waits } = await setUp(
      answers(
        { to: 'upload', answer: status(503, { 'retry-after': '7' }) },
        { to: 'poll', answer: { kind: 'reset' } },
        { to: 'delete', answer: status(500) },
      ),
    )
    expect((await transcribe([saying(0).pcm], never)).ok).toBe(true)
    const [id = ''] = service.keptJobs()
    expect(await remove({ keyId: 'k', uploadUrl: null, id }, never)).toEqual(ok(undefined))
    expect(lines()).toHaveLength(7)
    expect(waits.some((ms) => ms >= 7_000 && ms < 8_000)).toBe(true)
  })

  it.each<readonly [string, BehaviourPatch, ErrorCode]>([
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
  ])('does not continue after %s', async (_name, behaviour, code) => {
    const { transcribe, service } = await setUp(behaviour)
    expect(await transcribe([saying(0).pcm], never)).toMatchObject({ ok: false, error: { code } })
    const posts = service.log.requests.filter(({ method }) => method === 'POST')
    expect(posts.length).toBeLessThanOrEqual(2)
    expect(service.billedJobs()).toEqual([])
  })

  it('reports why the service gave up, without the key, and ends the record', async () => {
    const { transcribe } = await setUp({
      transcripts: { error: `Decoding failed for ${key}` },
    })
    const { record, steps } = recordOf()
    const failed = await transcribe([saying(0).pcm], never, record)
    expect(failed).toMatchObject({ ok: false, error: { code: 'transcript-failed' } })
    expect(JSON.stringify(failed)).toContain('Decoding failed')
    expect(JSON.stringify(failed)).not.toContain(key.slice(0, 8))
    expect(steps).toEqual(['start', 'uploaded', 'created', 'finish'])
  })

  it('gives up for now after a few network failures', async () => {
    const { transcribe, service } = await setUp()
    await service.goOffline()
    const heard = await transcribe([saying(0).pcm], never)
    expect(heard).toMatchObject({ ok: false, error: { code: 'connection-failed' } })
  })

  it('ends with its signal; the next call collects the words and buys nothing', async () => {
    const { transcribe, service, lines } = await setUp({ transcripts: { processingMs: 60_000 } })
    const { pcm, words } = saying(40)
    const first = recordOf()
    const life = new AbortController()
    const outcome = transcribe([pcm], life.signal, first.record)
    await service.log.until(() => lines().includes('GET /v2/transcript/ID'), 'a poll')
    life.abort()
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(lines()).toEqual(['POST /v2/upload', 'POST /v2/transcript', 'GET /v2/transcript/ID'])
    const count = service.log.requests.length
    expect(await transcribe([pcm], life.signal)).toMatchObject({ ok: false })
    expect(service.log.requests).toHaveLength(count)

    service.finishTranscripts()
    const second = recordOf(first.job())
    const collected = await transcribe([pcm], never, second.record)
    if (!collected.ok) throw new Error(collected.error.code)
    expect(collected.value.channels[0]?.map(({ text }) => text)).toEqual(
      words.map(({ number }) => wordText(number)),
    )
    expect(service.billedJobs()).toHaveLength(1)
    expect(second.steps).toEqual(['created'])
  })

  it('sends the audio again if the service does not know the job', async () => {
    const { transcribe, lines } = await setUp()
    const { record, steps } = recordOf({ keyId: 'k', uploadUrl: null, id: 'gone' })
    expect(await transcribe([saying(3).pcm], never, record)).toMatchObject({ ok: true })
    expect(lines()[0]).toBe('GET /v2/transcript/gone')
    expect(lines()).toContain('POST /v2/upload')
    expect(steps).toEqual(['created', 'finish', 'start', 'uploaded', 'created'])
  })

  it('keeps a job that could not be polled', async () => {
    const { transcribe } = await setUp(
      answers(...Array.from({ length: 10 }, () => ({ to: 'poll', answer: status(503) }) as const)),
    )
    const { record, steps } = recordOf()
    expect(await transcribe([saying(3).pcm], never, record)).toMatchObject({ ok: false })
    expect(steps).toEqual(['start', 'uploaded', 'created'])
  })
})

describe('a job is bought once', () => {
  it('when the answer to its creation is lost: the list shows the job', async () => {
    const { transcribe, service, lines } = await setUp(
      answers({ to: 'create', answer: { kind: 'lost' } }),
    )
    const { record, steps } = recordOf()
    expect(await transcribe([saying(5).pcm], never, record)).toMatchObject({ ok: true })
    expect(service.billedJobs()).toHaveLength(1)
    expect(lines().filter((line) => line === 'POST /v2/transcript')).toHaveLength(1)
    expect(steps).toEqual(['start', 'uploaded', 'created'])
  })

  it('when the network also fails afterwards: the next attempt finds the job', async () => {
    const { transcribe, service } = await setUp(
      answers(
        { to: 'create', answer: { kind: 'lost' } },
        ...Array.from({ length: 3 }, () => ({ to: 'list', answer: { kind: 'reset' } }) as const),
      ),
    )
    const first = recordOf()
    expect(await transcribe([saying(5).pcm], never, first.record)).toMatchObject({ ok: false })
    expect(first.steps).toEqual(['start', 'uploaded'])
    const second = recordOf(first.job())
    expect(await transcribe([saying(5).pcm], never, second.record)).toMatchObject({ ok: true })
    expect(service.billedJobs()).toHaveLength(1)
  })

  it('again only if the list shows that the request never arrived', async () => {
    const { transcribe, service, lines } = await setUp(
      answers({ to: 'create', answer: { kind: 'reset' } }),
    )
    expect(await transcribe([saying(5).pcm], never, recordOf().record)).toMatchObject({ ok: true })
    expect(service.billedJobs()).toHaveLength(1)
    expect(lines().filter((line) => line === 'POST /v2/transcript')).toHaveLength(2)
  })

  it.each(['start', 'uploaded'] as const)(
    'not at all if "%s" cannot be stored, for example on a full disk',
    async (step) => {
      const { transcribe, service } = await setUp()
      const { record } = recordOf(null, { [step]: () => fail('disk-full') })
      expect(await transcribe([saying(5).pcm], never, record)).toMatchObject({
        error: { code: 'disk-full' },
      })
      expect(service.billedJobs()).toEqual([])
    },
  )

  it('and a job without a stored id is deleted as well', async () => {
    const { transcribe, remove, service } = await setUp(
      answers({ to: 'create', answer: { kind: 'lost' } }, { to: 'list', answer: status(401) }),
    )
    const { record, job } = recordOf()
    expect(await transcribe([saying(5).pcm], never, record)).toMatchObject({ ok: false })
    expect(service.keptJobs()).toHaveLength(1)
    const known = job()
    if (known === null) throw new Error('nothing is known of the job')
    expect(await remove(known, never)).toEqual(ok(undefined))
    expect(service.keptJobs()).toEqual([])
  })
})

describe('the host that gets the audio', () => {
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
      keyFor: async () => ok({ id: 'k', name: 'Work', zone, secret: key }),
      settings: () => settings,
      serviceUrl: null,
    })
    expect(await transcribe([saying(0).pcm], never)).toMatchObject({
      error: { code: 'key-rejected' },
    })
    expect(urls).toEqual([address])
  })
})

describe('the sent audio', () => {
  it('is a WAV with a correct header', () => {
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
