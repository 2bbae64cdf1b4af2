import { z } from 'zod'
import type { ServiceModel, Settings } from '../../preload/model'
import { bytesPerSample, wavHeader } from '../library/wav-header'
import type { SpokenWord, Transcription } from '../pre-recorded'

export type TranscriptSettings = Pick<Settings, 'languages' | 'keyTerms' | 'speakerLabels'> & {
  readonly serviceModel: ServiceModel
  readonly filterProfanity: boolean
}

/** The newest models for pre-recorded sound; the second takes what the first has no language for. */
const speechModels = ['universal-3-5-pro', 'universal-2']

/** The body of POST /v2/transcript. `speech_model` in the singular is refused by the service. */
export function transcriptRequest(
  uploadUrl: string,
  channels: number,
  settings: TranscriptSettings,
): Readonly<Record<string, unknown>> {
  const { keyTerms, speakerLabels, filterProfanity } = settings
  return {
    audio_url: uploadUrl,
    speech_models: speechModels,
    ...languageOf(settings),
    ...(channels > 1 ? { multichannel: true } : {}),
    ...(keyTerms.length > 0 ? { keyterms_prompt: keyTerms } : {}),
    ...(speakerLabels ? { speaker_labels: true } : {}),
    ...(filterProfanity ? { filter_profanity: true } : {}),
  }
}

/** One language is said as it is; several, or none, are for the service to tell. */
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

/** SECURITY: the id becomes a part of an address, so it has nothing that leads elsewhere. */
export const createdSchema = z.object({ id: z.string().regex(/^[\w-]{1,100}$/) })

const wordSchema = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  confidence: z.number().nullish(),
  speaker: z.string().nullish(),
  /** From 1; only with several channels. */
  channel: z.coerce.number().int().nullish(),
})

/** GET /v2/transcript/{id}; `error` holds the service's own words. */
export const transcriptSchema = z.object({
  status: z.enum(['queued', 'processing', 'completed', 'error']),
  error: z.string().nullish(),
  language_code: z.string().nullish(),
  words: z.array(wordSchema).nullish(),
})
export type TranscriptAnswer = z.infer<typeof transcriptSchema>

/** The service's word for sound in which nobody speaks is an error of the language detection. */
export function isSilence(error: string): boolean {
  return /no spoken audio/i.test(error)
}

/** The words by channel, in order. */
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
    timing: 'measured',
  }
}

/** One WAV of all channels; a shorter one ends with silence. */
export function uploadBody(channels: readonly Uint8Array[]): Uint8Array {
  const count = channels.length
  const samples = Math.max(0, ...channels.map(({ length }) => Math.floor(length / bytesPerSample)))
  const header = wavHeader(samples, count)
  const body = new Uint8Array(header.length + samples * count * bytesPerSample)
  body.set(header)
  const mixed = new Int16Array(body.buffer, header.length)
  for (const [channel, pcm] of channels.entries()) {
    // A copy, since a view of 16-bit numbers must begin at an even byte.
    const sound = new Int16Array(pcm.slice(0, pcm.length - (pcm.length % bytesPerSample)).buffer)
    if (count === 1) mixed.set(sound)
    else for (let at = 0; at < sound.length; at += 1) mixed[at * count + channel] = sound[at] ?? 0
  }
  return body
}
