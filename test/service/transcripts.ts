import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { createToneDecoder } from '../speech/decoder'
import { wordText, type ToneWord } from '../speech/tones'
import type { Answer } from './http'
import type { TokenAnswer, TranscriptKnobs } from './knobs'
import type { RequestRecord } from './log'

type Ordered = Exclude<TokenAnswer, { kind: 'mint' }>
type Stage = TranscriptKnobs['answers'][number]['to']

/** The pre-recorded API: uploads and transcripts, kept until they are deleted. */
export interface TranscriptDesk {
  serve(
    request: IncomingMessage,
    record: RequestRecord,
    answer: Answer,
    give: (ordered: Ordered) => void,
  ): void
  /** The ordered answers begin anew. */
  reorder(): void
  /** All that was begun is done now. */
  finish(): void
}

interface Transcript {
  readonly body: Readonly<Record<string, unknown>>
  readonly key: string | null
  doneAt: number
  readonly channels: readonly (readonly ToneWord[])[]
}

export function createTranscriptDesk(knobs: () => TranscriptKnobs): TranscriptDesk {
  const uploads = new Map<string, { bytes: Buffer; key: string | null }>()
  const transcripts = new Map<string, Transcript>()
  let given: Record<Stage, number> = { upload: 0, create: 0, poll: 0, delete: 0 }

  function ordered(stage: Stage): Ordered | null {
    const row = knobs().answers.filter(({ to }) => to === stage)
    return row[given[stage]++]?.answer ?? null
  }

  function create(record: RequestRecord, bytes: Buffer, answer: Answer): void {
    const body = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>
    record.body = body
    if ('speech_model' in body) {
      return answer(400, { error: '"speech_model" is deprecated. Use "speech_models" instead.' })
    }
    const upload = uploads.get(String(body['audio_url']))
    if (!upload) return answer(400, { error: 'audio_url should be a url' })
    if (upload.key !== record.key) return answer(403, { error: 'Cannot access uploaded file' })
    const id = randomUUID()
    const all = channelsOf(upload.bytes).map(wordsOf)
    transcripts.set(id, {
      body,
      key: record.key,
      doneAt: Date.now() + knobs().processingMs,
      channels: body['multichannel'] === true ? all : all.slice(0, 1),
    })
    answer(200, { id, status: 'queued' })
  }

  function poll(id: string, transcript: Transcript, answer: Answer): void {
    const { error } = knobs()
    if (Date.now() < transcript.doneAt) return answer(200, { id, status: 'processing' })
    if (error !== null) return answer(200, { id, status: 'error', error })
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
    answer(200, { id, status: 'completed', text, words, language_code: 'en' })
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
    const id = path.slice('/v2/transcript/'.length)
    const transcript = transcripts.get(id)
    if (!transcript || transcript.key !== key) return answer(404, { error: 'Not found' })
    if (method === 'GET') return poll(id, transcript, answer)
    if (method !== 'DELETE') return answer(405, { error: 'Method Not Allowed' })
    transcripts.delete(id)
    answer(200, { id, status: 'completed', text: 'Deleted by user.' })
  }

  return {
    serve(request, record, answer, give) {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const first = ordered(stageOf(record))
        if (first) return give(first)
        act(record, Buffer.concat(parts), answer)
      })
    },
    finish: () => {
      for (const transcript of transcripts.values()) transcript.doneAt = Date.now()
    },
    reorder: () => {
      given = { upload: 0, create: 0, poll: 0, delete: 0 }
    },
  }
}

function stageOf({ method, path }: RequestRecord): Stage {
  if (method === 'DELETE') return 'delete'
  if (method === 'GET') return 'poll'
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
