import { z } from 'zod'
import { recordedModels, type ServiceModel, type Settings } from '../../common/model'
import { bytesPerSample, wavHeader } from '../audio-files'
import { jobContext } from './prompt'
import type { SpokenWord, Transcription } from '../../common/transcription'

export type TranscriptSettings = Pick<Settings, 'languages' | 'keyTerms' | 'speakerLabels'> & {
  readonly serviceModel: ServiceModel
  readonly filterProfanity: boolean
  /** What the meeting is about; empty if nobody said it. */
  readonly prompt: string
}

/** Returns the body of POST /v2/transcript. The service rejects the singular `speech_model`. */
export function transcriptRequest(
  uploadUrl: string,
  channels: number,
  settings: TranscriptSettings,
): Readonly<Record<string, unknown>> {
  const { keyTerms, prompt, speakerLabels, filterProfanity } = settings
  return {
    audio_url: uploadUrl,
    speech_models: recordedModels,
    ...languageOf(settings),
    ...(channels > 1 ? { multichannel: true } : {}),
    ...jobContext(prompt, keyTerms),
    ...(speakerLabels ? { speaker_labels: true } : {}),
    ...(filterProfanity ? { filter_profanity: true } : {}),
  }
}

/** A single language is set; with several languages, or none, the service detects it. */
function languageOf({ serviceModel, languages }: TranscriptSettings): Record<string, unknown> {
  const [first, ...others] = serviceModel === 'universal-streaming-english' ? ['en'] : languages
  if (first === undefined) return { language_detection: true }
  if (others.length === 0) return { language_code: first }
  return {
    language_detection: true,
    language_detection_options: { expected_languages: [first, ...others] },
  }
}

export const uploadSchema = z.object({ upload_url: z.url().max(4_000) })

/** SECURITY: the id becomes part of an address, so it must not contain path characters. */
const jobId = z.string().regex(/^[\w-]{1,100}$/)
export const createdSchema = z.object({ id: jobId })

/** GET /v2/transcript: a page of jobs, newest first. */
export const listSchema = z.object({
  transcripts: z.array(z.object({ id: jobId, audio_url: z.string().nullish() })),
})

const wordSchema = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  confidence: z.number().nullish(),
  speaker: z.string().nullish(),
  /** From 1; only with several channels. */
  channel: z.coerce.number().int().nullish(),
})

/** GET /v2/transcript/{id}; `error` has the service's message. */
export const transcriptSchema = z.object({
  status: z.enum(['queued', 'processing', 'completed', 'error']),
  error: z.string().nullish(),
  language_code: z.string().nullish(),
  /** The model that answered. */
  speech_model_used: z.string().nullish(),
  words: z.array(wordSchema).nullish(),
})
export type TranscriptAnswer = z.infer<typeof transcriptSchema>

/** The service reports audio without speech as an error of the language detection. */
export function isSilence(error: string): boolean {
  return /no spoken audio/i.test(error)
}

/** Returns the words of each channel, in order. */
export function transcriptionOf(answer: TranscriptAnswer, channels: number): Transcription {
  const byChannel = Array.from({ length: channels }, (): SpokenWord[] => [])
  for (const word of answer.words ?? []) {
    const text = word.text.trim().slice(0, 500)
    if (text === '') continue
    const startMs = Math.max(0, Math.round(word.start))
    byChannel[(word.channel ?? 1) - 1]?.push({
      text,
      startMs,
      endMs: Math.max(startMs, Math.round(word.end)),
      confidence: word.confidence == null ? null : Math.min(1, Math.max(0, word.confidence)),
      speaker: word.speaker?.slice(0, 40) ?? null,
    })
  }
  return {
    channels: byChannel.map((words) => words.sort((a, b) => a.startMs - b.startMs)),
    language: answer.language_code?.slice(0, 20) ?? null,
    model: answer.speech_model_used?.slice(0, 80) ?? null,
    timing: 'measured',
  }
}

/** Builds one WAV of all channels; shorter channels are padded with silence. */
export function uploadBody(channels: readonly Uint8Array[]): Uint8Array {
  const count = channels.length
  const samples = Math.max(0, ...channels.map(({ length }) => Math.floor(length / bytesPerSample)))
  const header = wavHeader(samples, { channels: count })
  const body = new Uint8Array(header.length + samples * count * bytesPerSample)
  body.set(header)
  const mixed = new Int16Array(body.buffer, header.length)
  for (const [channel, pcm] of channels.entries()) {
    // A copy, because a view of 16-bit numbers must start at an even byte.
    const sound = new Int16Array(pcm.slice(0, pcm.length - (pcm.length % bytesPerSample)).buffer)
    if (count === 1) mixed.set(sound)
    else for (let at = 0; at < sound.length; at += 1) mixed[at * count + channel] = sound[at] ?? 0
  }
  return body
}
