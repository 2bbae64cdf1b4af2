import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { createToneDecoder } from '../speech/decoder'
import { wordText, type ToneWord } from '../speech/tones'
import type { Answer, TokenAnswer, TranscriptBehaviour } from './options'
import type { RequestRecord } from './log'

type Ordered = Exclude<TokenAnswer, { kind: 'mint' }>
type StageAnswer = TranscriptBehaviour['answers'][number]['answer']
type Stage = TranscriptBehaviour['answers'][number]['to']

export interface Exchange {
  readonly record: RequestRecord
  readonly answer: Answer
  /** Gives an ordered answer instead of the usual one. */
  readonly give: (ordered: Ordered) => void
}

/** The pre-recorded API: uploads and transcripts, kept until they are deleted. */
export interface TranscriptApi {
  serve(request: IncomingMessage, exchange: Exchange): void
  /** Starts again with the first ordered answers. */
  reorder(): void
  /** Completes all jobs now. */
  finish(): void
  /** Every job that was created, in order: each is billed for its whole length. */
  billed(): readonly BilledJob[]
  /** The ids of the jobs that were not deleted. */
  kept(): readonly string[]
}

/** A job as it is billed. */
export interface BilledJob {
  readonly id: string
  readonly key: string | null
  readonly seconds: number
  /** The numbers of the words in it, of all channels. */
  readonly words: readonly number[]
  /** SHA-256 of the audio. */
  readonly digest: string
}

interface Transcript {
  readonly audioUrl: string
  readonly createdAt: number
  readonly body: Readonly<Record<string, unknown>>
  readonly key: string | null
  doneAt: number
  readonly channels: readonly (readonly ToneWord[])[]
}

export function createTranscriptApi(behaviour: () => TranscriptBehaviour): TranscriptApi {
  const uploads = new Map<string, { bytes: Buffer; key: string | null }>()
  const transcripts = new Map<string, Transcript>()
  const billed: BilledJob[] = []
  let given: Record<Stage, number> = { upload: 0, create: 0, poll: 0, delete: 0, list: 0 }

  function ordered(stage: Stage): StageAnswer | null {
    const row = behaviour().answers.filter(({ to }) => to === stage)
    return row[given[stage]++]?.answer ?? null
  }

  function create(record: RequestRecord, bytes: Buffer, answer: Answer): void {
    const body = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>
    record.body = body
    if ('speech_model' in body) {
      return answer(400, { error: '"speech_model" is deprecated. Use "speech_models" instead.' })
    }
    if ('prompt' in body && 'keyterms_prompt' in body) {
      return answer(400, { error: 'prompt and keyterms_prompt cannot be used in the same request' })
    }
    const upload = uploads.get(String(body['audio_url']))
    if (!upload) return answer(400, { error: 'audio_url should be a url' })
    if (upload.key !== record.key) return answer(403, { error: 'Cannot access uploaded file' })
    const id = randomUUID()
    const sound = channelsOf(upload.bytes)
    const all = sound.map(wordsOf)
    billed.push({
      id,
      key: record.key,
      seconds: Math.max(...sound.map((pcm) => pcm.length / 32_000)),
      words: all.flatMap((words) => words.map(({ number }) => number)),
      digest: createHash('sha256').update(upload.bytes).digest('hex'),
    })
    transcripts.set(id, {
      audioUrl: String(body['audio_url']),
      createdAt: Date.now(),
      body,
      key: record.key,
      doneAt: Date.now() + behaviour().processingMs,
      channels: body['multichannel'] === true ? all : all.slice(0, 1),
    })
    answer(200, { id, status: 'queued' })
  }

  function poll(id: string, transcript: Transcript, answer: Answer): void {
    const { error, languagesOfOlder } = behaviour()
    const { language_code: asked } = transcript.body
    const language = typeof asked === 'string' ? asked : 'en'
    const models = transcript.body['speech_models'] as readonly string[]
    // No model but those of the request is tried.
    const used = languagesOfOlder.includes(language) ? models[1] : models[0]
    if (Date.now() < transcript.doneAt) return answer(200, { id, status: 'processing' })
    if (error !== null) return answer(200, { id, status: 'error', error })
    if (used === undefined) {
      const unsupported = `Language ${language} is not supported by ${models.join()}`
      return answer(200, { id, status: 'error', error: unsupported })
    }
    const multichannel = transcript.body['multichannel'] === true
    const words = transcript.channels.flatMap((channel, index) =>
      channel.map((word) => ({
        text: wordText(word.number),
        start: word.startMs,
        end: word.endMs,
        confidence: 0.98,
        speaker: transcript.body['speaker_labels'] === true ? 'A' : null,
        ...(multichannel ? { channel: String(index + 1) } : {}),
      })),
    )
    if (words.length === 0 && transcript.body['language_detection'] === true) {
      const silent = 'language_detection cannot be performed on files with no spoken audio.'
      return answer(200, { id, status: 'error', error: silent })
    }
    words.sort((a, b) => a.start - b.start)
    const text = words.map((word) => word.text).join(' ')
    answer(200, {
      id,
      status: 'completed',
      text,
      words,
      language_code: language,
      speech_model_used: used,
    })
  }

  /** A page of the key's jobs, newest first. */
  function list({ key, query }: RequestRecord, answer: Answer): void {
    const mine = [...transcripts].filter(([, transcript]) => transcript.key === key).reverse()
    const before = mine.findIndex(([id]) => id === query['before_id'])
    const from = before + 1
    const page = mine.slice(from, from + Number(query['limit'] ?? 10))
    answer(200, {
      page_details: { limit: page.length, result_count: page.length },
      transcripts: page.map(([id, { audioUrl, createdAt, doneAt }]) => ({
        id,
        status: Date.now() < doneAt ? 'processing' : 'completed',
        created: new Date(createdAt).toISOString(),
        audio_url: audioUrl,
      })),
    })
  }

  function act(record: RequestRecord, bytes: Buffer, answer: Answer): void {
    const { method, path, key } = record
    if (path === '/v2/upload' && method === 'POST') {
      record.body = bytes.length
      const url = `https://cdn.example.com/upload/${randomUUID()}`
      uploads.set(url, { bytes, key })
      return answer(200, { upload_url: url })
    }
    if (path === '/v2/transcript' && method === 'POST') return create(record, bytes, answer)
    if (path === '/v2/transcript' && method === 'GET') return list(record, answer)
    const id = path.slice('/v2/transcript/'.length)
    const transcript = transcripts.get(id)
    if (!transcript || transcript.key !== key) return answer(404, { error: 'Not found' })
    if (method === 'GET') return poll(id, transcript, answer)
    if (method !== 'DELETE') return answer(405, { error: 'Method Not Allowed' })
    transcripts.delete(id)
    answer(200, { id, status: 'completed', text: 'Deleted by user.' })
  }

  return {
    serve(request, { record, answer, give }) {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const first = ordered(stageOf(record))
        const bytes = Buffer.concat(parts)
        if (first?.kind === 'lost') {
          return act(record, bytes, () => void request.socket.destroy())
        }
        if (first) return give(first)
        act(record, bytes, answer)
      })
    },
    billed: () => billed,
    kept: () => [...transcripts.keys()],
    finish: () => {
      for (const transcript of transcripts.values()) transcript.doneAt = Date.now()
    },
    reorder: () => {
      given = { upload: 0, create: 0, poll: 0, delete: 0, list: 0 }
    },
  }
}

function stageOf({ method, path }: RequestRecord): Stage {
  if (method === 'DELETE') return 'delete'
  if (method === 'GET') return path === '/v2/transcript' ? 'list' : 'poll'
  return path === '/v2/upload' ? 'upload' : 'create'
}

/** The channels of a WAV of 16 kHz as s16 each; bytes without its header are one channel. */
function channelsOf(bytes: Buffer): Uint8Array[] {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF') return [bytes]
  const count = bytes.readUInt16LE(22)
  if (bytes.readUInt32LE(24) !== 16_000) throw new Error('Not 16 kHz')
  const sound = bytes.subarray(44, 44 + bytes.readUInt32LE(40))
  return Array.from({ length: count }, (_, channel) => {
    const one = Buffer.alloc(sound.length / count)
    for (let at = 0; at < one.length; at += 2) {
      one.writeInt16LE(sound.readInt16LE(at * count + channel * 2), at)
    }
    return one
  })
}

function wordsOf(pcm: Uint8Array): ToneWord[] {
  const decoder = createToneDecoder()
  return [...decoder.push(pcm), ...decoder.flush()]
}
