import type { SoundPortMessage } from '../../common/ipc/ports'
import type { AudioChunk, CapturedSource, Source } from '../../common/model'
import { frameSamples, sampleRate } from '../../common/model/sound'
import type { Evaluator, MainEvaluator } from './plain-app'
import type { FromWorker, OpenedDevice, ToWorker } from '../../renderer/recorder/messages'

/** When a frame was somewhere, in ms since 1970, and its position on the time line. */
interface Sent {
  readonly source: Source
  readonly firstSample: number
  readonly at: number
}

/** The delays of each frame of each source, in ms. */
export interface FrameDelays {
  readonly send: readonly (readonly number[])[]
  readonly main: readonly (readonly number[])[]
}

interface Clocks {
  /** When each block of a device reached the worker, and how much sound had arrived then, in ms. */
  readonly blocks: Record<CapturedSource, { readonly at: number; readonly soundMs: number }[]>
  /** When each frame was sent to the service. */
  readonly sends: Sent[]
  /**
   * How often each source was opened: the blocks of another device do not continue the earlier
   * ones.
   */
  readonly opened: Record<CapturedSource, number>
}

/** The block size of a device. */
const blockMs = 10
const longestOwnSilenceMs = 5_000
const frameMs = (frameSamples / sampleRate) * 1_000

/**
 * Watches the recorder's worker from now on, before a recording starts. The returned function reads,
 * for each source and frame, the time from its last sample in the worker to its `send`, and to its
 * arrival in main.
 */
export async function watchFrames(
  worker: Evaluator,
  main: MainEvaluator,
): Promise<() => Promise<FrameDelays>> {
  await worker.evaluate(() => {
    const clocks: Clocks = {
      blocks: { microphone: [], system: [] },
      sends: [],
      opened: { microphone: 0, system: 0 },
    }
    Object.assign(self, { clocks })

    // A call `open` names the source, and its answer has the stream.
    const asked = new Map<number, CapturedSource>()
    const sources = new WeakMap<ReadableStream, CapturedSource>()
    const post = self.postMessage.bind(self) as (message: unknown) => void
    Object.assign(self, {
      postMessage: (message: FromWorker) => {
        if (message.type === 'call' && message.name === 'open')
          asked.set(message.call, message.input.source)
        post(message)
      },
    })
    const { getReader } = ReadableStream.prototype
    const listener = ({ data }: MessageEvent<ToWorker>): void => {
      const source = data.type === 'answer' ? asked.get(data.call) : undefined
      if (source === undefined) return
      const { value } = (data as { result: { value?: OpenedDevice } }).result
      if (value === undefined) return
      clocks.opened[source] += 1
      const { sound } = value
      if (sound instanceof ReadableStream) {
        sources.set(sound, source)
        return
      }
      let soundMs = 0
      sound.addEventListener('message', ({ data: block }: MessageEvent<SoundPortMessage>) => {
        soundMs += ((block.channels[0]?.length ?? 0) / block.rate) * 1_000
        clocks.blocks[source].push({ at: performance.timeOrigin + performance.now(), soundMs })
      })
    }
    self.addEventListener('message', listener)
    ReadableStream.prototype.getReader = function (this: ReadableStream, ...rest: never[]) {
      const reader = Reflect.apply(getReader, this, rest) as ReadableStreamDefaultReader<AudioData>
      const read = reader.read.bind(reader)
      let soundMs = 0
      reader.read = async () => {
        const next = await read()
        // The answer with the stream reaches this listener after the worker's own listener.
        const source = sources.get(this)
        if (next.value && source !== undefined) {
          soundMs += (next.value.numberOfFrames / next.value.sampleRate) * 1_000
          clocks.blocks[source].push({ at: performance.timeOrigin + performance.now(), soundMs })
        }
        return next
      }
      return reader as never
    }

    // The same bytes go to main with their position, and to the service without it.
    const chunks = new WeakMap<ArrayBuffer, AudioChunk>()
    const { postMessage } = MessagePort.prototype
    MessagePort.prototype.postMessage = function (message: unknown, ...rest: never[]) {
      if (typeof message === 'object' && message !== null && 'firstSample' in message) {
        const chunk = message as AudioChunk
        chunks.set(chunk.pcm, chunk)
      }
      Reflect.apply(postMessage, this, [message, ...rest])
    }
    const { send } = WebSocket.prototype
    WebSocket.prototype.send = function (data) {
      const chunk = data instanceof ArrayBuffer ? chunks.get(data) : undefined
      if (chunk) {
        const { source, firstSample } = chunk
        clocks.sends.push({ source, firstSample, at: performance.timeOrigin + performance.now() })
      }
      send.call(this, data)
    }
  })
  await main.evaluate(({ MessageChannelMain }) => {
    const arrivals: Sent[] = []
    Object.assign(globalThis, { arrivals })
    const { prototype } = new MessageChannelMain().port1.constructor as {
      prototype: { emit(name: string, event: { readonly data: unknown }): boolean }
    }
    const { emit } = prototype
    prototype.emit = function (name, event) {
      const { data } = event
      if (
        name === 'message' &&
        typeof data === 'object' &&
        data !== null &&
        'firstSample' in data
      ) {
        const { source, firstSample } = data as AudioChunk
        arrivals.push({ source, firstSample, at: performance.timeOrigin + performance.now() })
      }
      return emit.call(this, name, event)
    }
  })
  return async () => {
    const { blocks, sends, opened } = await worker.evaluate(
      () => (self as unknown as { clocks: Clocks }).clocks,
    )
    const again = Object.entries(opened).find(([, times]) => times > 1)
    if (again) throw new Error(`Opened twice: ${again[0]}`)
    const arrivals = await main.evaluate(
      () => (globalThis as unknown as { arrivals: Sent[] }).arrivals,
    )
    const sources = (['microphone', 'system'] as const).filter((source) => opened[source] > 0)
    const delaysOf = (moments: readonly Sent[]) =>
      sources.map((wanted) =>
        delays(
          blocks[wanted],
          moments.filter(({ source }) => source === wanted),
        ),
      )
    return { send: delaysOf(sends), main: delaysOf(arrivals) }
  }
}

/**
 * A source can begin with silence from the worker; then the device delivered less than the frames
 * hold.
 */
function delays(blocks: Clocks['blocks'][CapturedSource], sends: readonly Sent[]): number[] {
  const first = sends[0]?.firstSample ?? 0
  const endMs = (firstSample: number) => ((firstSample - first) * 1_000) / sampleRate + frameMs
  const after = (ownSilenceMs: number) =>
    sends.flatMap(({ at, firstSample }) => {
      const positionMs = endMs(firstSample) - ownSilenceMs
      // A sum of fractions can be off by less than half a sample.
      const last = blocks.find(({ soundMs }) => soundMs >= positionMs - 0.02)
      return positionMs > 0 && last ? [at - last.at] : []
    })
  // Nothing is sent before it arrived: this finds the shortest silence for which that is true.
  for (let ownSilenceMs = 0; ownSilenceMs < longestOwnSilenceMs; ownSilenceMs += blockMs) {
    const found = after(ownSilenceMs)
    if (Math.min(...found) >= 0) return found
  }
  throw new Error('The blocks of a device do not fit the frames')
}
