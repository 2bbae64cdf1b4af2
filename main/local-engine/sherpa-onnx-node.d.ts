/** The part of sherpa-onnx-node (which has no types of its own) that the engine uses. */
declare module 'sherpa-onnx-node' {
  export interface OfflineStream {
    acceptWaveform(wave: { samples: Float32Array; sampleRate: number }): void
  }

  /** Times are in seconds. What a model does not give is missing or empty. */
  export interface OfflineResult {
    readonly text: string
    readonly lang?: string
    readonly tokens?: readonly string[]
    readonly timestamps?: readonly number[]
    readonly durations?: readonly number[]
    readonly ys_log_probs?: readonly number[]
  }

  export class OfflineRecognizer {
    static createAsync(config: object): Promise<OfflineRecognizer>
    /** Hotwords have slashes between them; only a beam search takes them. */
    createStream(hotwords?: string): OfflineStream
    decodeAsync(stream: OfflineStream): Promise<OfflineResult>
  }

  export interface OnlineStream {
    acceptWaveform(wave: { samples: Float32Array; sampleRate: number }): void
    inputFinished(): void
    setOption(key: string, value: string): void
  }

  /** Times are in seconds, from `start_time` on. */
  export interface OnlineResult {
    readonly tokens: readonly string[]
    readonly timestamps: readonly number[]
    readonly ys_probs?: readonly number[]
    readonly start_time?: number
  }

  export class OnlineRecognizer {
    constructor(config: object)
    createStream(): OnlineStream
    isReady(stream: OnlineStream): boolean
    decode(stream: OnlineStream): void
    isEndpoint(stream: OnlineStream): boolean
    reset(stream: OnlineStream): void
    getResult(stream: OnlineStream): OnlineResult
  }

  export class OfflineSpeakerDiarization {
    constructor(config: object)
    readonly handle: object
  }

  export class SpeakerEmbeddingExtractor {
    constructor(config: object)
    readonly dim: number
    createStream(): OnlineStream
    isReady(stream: OnlineStream): boolean
    compute(stream: OnlineStream, enableExternalBuffer: boolean): Float32Array
  }

  export class Vad {
    constructor(config: object, bufferSizeInSeconds: number)
    acceptWaveform(samples: Float32Array): void
    isDetected(): boolean
    isEmpty(): boolean
    pop(): void
    flush(): void
  }
}

declare module 'sherpa-onnx-node/addon.js' {
  /** Resolves with who speaks when, in seconds; "progress" is called on the way. */
  export function offlineSpeakerDiarizationProcessAsync(
    handle: object,
    samples: Float32Array,
    progress: (done: number, total: number) => void,
  ): Promise<{ start: number; end: number; speaker: number }[]>
}
