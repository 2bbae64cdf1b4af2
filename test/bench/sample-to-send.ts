import type { Page } from '@playwright/test'
import type { AudioChunk, CapturedSource } from '../../preload/model'
import { frameSamples, sampleRate } from '../../preload/model/sound'

interface Clocks {
  /** When each block of a device reached the page, and how much sound there was then, in ms. */
  readonly blocks: Record<CapturedSource, { readonly at: number; readonly soundMs: number }[]>
  /** When each frame was sent, and where it stands on the time line. */
  readonly sends: Record<CapturedSource, { readonly at: number; readonly firstSample: number }[]>
  /** How often each was opened: another device's blocks would not follow those before. */
  readonly opened: Record<CapturedSource, number>
}

type Processor = new (options: { track: MediaStreamTrack; maxBufferSize: number }) => {
  readonly readable: ReadableStream<AudioData>
}

/** What a device gives at once. */
const blockMs = 10
const longestOwnSilenceMs = 5_000
const frameMs = (frameSamples / sampleRate) * 1_000

/**
 * Watches the recorder page from now on, before a recording starts. The function that it gives
 * answers with the time from a frame's last sample in the page to its `send`, frame by frame, in ms,
 * for each source.
 */
export async function watchFrames(recorder: Page): Promise<() => Promise<number[][]>> {
  // tsx wraps named functions in a helper of its own, which the page lacks.
  await recorder.evaluate('self.__name = (value) => value')
  await recorder.evaluate(() => {
    const clocks: Clocks = {
      blocks: { microphone: [], system: [] },
      sends: { microphone: [], system: [] },
      opened: { microphone: 0, system: 0 },
    }
    Object.assign(self, { clocks })

    const played = new WeakSet<MediaStreamTrack>()
    const { getDisplayMedia } = MediaDevices.prototype
    MediaDevices.prototype.getDisplayMedia = async function (options) {
      const stream = await getDisplayMedia.call(this, options)
      for (const track of stream.getAudioTracks()) played.add(track)
      return stream
    }
    const page = self as unknown as { MediaStreamTrackProcessor: Processor }
    const { MediaStreamTrackProcessor } = page
    Object.assign(self, {
      MediaStreamTrackProcessor: function (options: ConstructorParameters<Processor>[0]) {
        const { readable } = new MediaStreamTrackProcessor(options)
        const source = played.has(options.track) ? 'system' : 'microphone'
        const blocks = clocks.blocks[source]
        clocks.opened[source] += 1
        let soundMs = 0
        return {
          readable: {
            getReader: () => {
              const reader = readable.getReader()
              return {
                read: async () => {
                  const next = await reader.read()
                  if (next.value) {
                    soundMs += (next.value.numberOfFrames / next.value.sampleRate) * 1_000
                    blocks.push({ at: performance.now(), soundMs })
                  }
                  return next
                },
              }
            },
          },
        }
      },
    })

    // The same bytes go to main with their place, and to the service without it.
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
        clocks.sends[source].push({ at: performance.now(), firstSample })
      }
      send.call(this, data)
    }
  })
  return async () => {
    const { blocks, sends, opened } = await recorder.evaluate(
      () => (self as unknown as { clocks: Clocks }).clocks,
    )
    const again = Object.entries(opened).find(([, times]) => times > 1)
    if (again) throw new Error(`Opened anew: ${again[0]}`)
    return (['microphone', 'system'] as const)
      .filter((source) => sends[source].length > 0)
      .map((source) => delays(blocks[source], sends[source]))
  }
}

/** A source that begins with silence of the page's own has less sound of its device than frames. */
function delays(
  blocks: Clocks['blocks'][CapturedSource],
  sends: Clocks['sends'][CapturedSource],
): number[] {
  const first = sends[0]?.firstSample ?? 0
  const endMs = (firstSample: number) => ((firstSample - first) * 1_000) / sampleRate + frameMs
  const after = (ownSilenceMs: number) =>
    sends.flatMap(({ at, firstSample }) => {
      const positionMs = endMs(firstSample) - ownSilenceMs
      // Sums of fractions: half a sample is no sound.
      const last = blocks.find(({ soundMs }) => soundMs >= positionMs - 0.02)
      return positionMs > 0 && last ? [at - last.at] : []
    })
  // Nothing is sent before it was heard: the least silence with which that is so.
  for (let ownSilenceMs = 0; ownSilenceMs < longestOwnSilenceMs; ownSilenceMs += blockMs) {
    const found = after(ownSilenceMs)
    if (Math.min(...found) >= 0) return found
  }
  throw new Error('The blocks of a device do not fit the frames')
}
