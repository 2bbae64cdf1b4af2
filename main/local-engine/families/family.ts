import { z } from 'zod'
import { speechFamilies } from '../../../common/model'

export type Family = (typeof speechFamilies)[number]

/** A speech model on this disk, as the engine loads it. */
export const engineModelSchema = z.object({
  /** The value of Begin.configuration.model, and the name under which it is set aside. */
  wireName: z.string().regex(/^[\w.-]{1,120}$/),
  family: z.enum(speechFamilies),
  /** An absolute path. */
  folder: z.string(),
  /** The names of its files in the folder, by their part: encoder, decoder, joiner, model, tokens. */
  files: z.record(z.string(), z.string()),
  /** Two-letter codes of what it understands; empty if that is not known. */
  languages: z.array(z.string()),
})
export type EngineModel = z.infer<typeof engineModelSchema>

/** What a family can do, by which the engine cuts the sound and reads the answers. */
export interface FamilyTraits {
  readonly streaming: boolean
  /** The longest clip that the model takes, in ms; null if there is no limit. */
  readonly limitMs: number | null
  /** The longest segment that is cut for it, in ms. */
  readonly segmentMs: number
  readonly timing: 'measured' | 'estimated'
  /** Whether greedy search gives a probability for each token. */
  readonly confidence: boolean
  /** `hint`: it takes a language or finds it; `found`: it takes none. */
  readonly language: 'hint' | 'found'
  readonly files: readonly string[]
}

const transducer = {
  timing: 'measured',
  confidence: true,
  files: ['encoder', 'decoder', 'joiner', 'tokens'],
} as const

/**
 * The traits of each family, from the source of the runtime. Longer segments give better words at a
 * turn's end, but live text waits for the decode of the whole segment, so none is over 20 s.
 */
export const familyTraits: Readonly<Record<Family, FamilyTraits>> = {
  moonshine: {
    streaming: false,
    limitMs: 15_000,
    segmentMs: 9_000,
    timing: 'estimated',
    confidence: false,
    language: 'found',
    files: ['encoder', 'decoder', 'tokens'],
  },
  'nemo-transducer': {
    ...transducer,
    streaming: false,
    limitMs: 60_000,
    segmentMs: 20_000,
    language: 'found',
  },
  'zipformer-transducer': {
    ...transducer,
    streaming: false,
    limitMs: 60_000,
    segmentMs: 20_000,
    language: 'found',
  },
  whisper: {
    streaming: false,
    // It drops what is past 30 s without an error, its own padding included.
    limitMs: 29_000,
    segmentMs: 20_000,
    timing: 'estimated',
    confidence: false,
    language: 'hint',
    files: ['encoder', 'decoder', 'tokens'],
  },
  'sense-voice': {
    streaming: false,
    limitMs: 30_000,
    segmentMs: 20_000,
    timing: 'measured',
    confidence: false,
    language: 'hint',
    files: ['model', 'tokens'],
  },
  'nemo-streaming': {
    ...transducer,
    streaming: true,
    limitMs: null,
    segmentMs: 20_000,
    language: 'hint',
  },
  'zipformer-streaming': {
    ...transducer,
    streaming: true,
    limitMs: null,
    segmentMs: 20_000,
    language: 'found',
  },
}
