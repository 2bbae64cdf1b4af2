import type { RecorderEvent, Source } from '../../../common/model'
import { samplesToMs } from '../../../common/time'
import { createModelChoice } from '../streaming/model-choice'
import { createSilence } from '../streaming/silence'
import { createStream, type Stream } from '../streaming/stream'
import type { Transcriber, TranscriberOptions, TranscriberStream } from '../transcriber'
import { createAttribution } from './attribution'
import { createMixer, type Mixer } from './mixer'
import { createSplitTurns } from './split-turns'

/** The source of the one session if an event needs one. */
const sessionSource: Source = 'microphone'

/** The session of all sources that are on, from the first that joins to the last that leaves. */
interface Mix {
  readonly mixer: Mixer
  readonly stream: Stream
  /** The sources in it, and whether each is paused. */
  readonly joined: Map<Source, { paused: boolean }>
}

/** One session for all sources, at half the price. Each word goes to the source that was louder. */
export function createMixedTranscriber(options: TranscriberOptions): Transcriber {
  const { requestToken, report, updates, deps } = options
  const models = createModelChoice()
  let mix: Mix | null = null

  function begin(zeroAt: number): Mix {
    const joined: Mix['joined'] = new Map()
    const attribution = createAttribution()
    const turns = createSplitTurns(attribution)
    const stream = createStream({
      source: sessionSource,
      zeroAt,
      requestToken: () => requestToken(sessionSource),
      report: (event: RecorderEvent) =>
        turns.split(event, [...joined.keys()], deps.newId).forEach(report),
      models,
      updates,
      silence: createSilence(deps),
      deps,
    })
    const mixer = createMixer((frame, loudness) => {
      attribution.add(samplesToMs(frame.firstSample), loudness)
      stream.push(frame)
    })
    return { mixer, stream, joined }
  }

  function join(into: Mix, source: Source): TranscriberStream {
    const { mixer, stream, joined } = into
    const own = { paused: false }
    joined.set(source, own)
    mixer.join(source)
    const allPaused = () => [...joined.values()].every(({ paused }) => paused)
    return {
      push: (frame) => mixer.push(source, frame),
      pause: () => {
        own.paused = true
        if (!allPaused()) return
        mixer.flush()
        stream.pause()
      },
      resume: () => {
        if (allPaused()) stream.resume()
        own.paused = false
      },
      online: () => stream.online(),
      stop: async () => {
        mixer.leave(source)
        if (joined.size > 1) return void joined.delete(source)
        if (mix === into) mix = null
        mixer.flush()
        await stream.stop()
        // The source stays joined until here: a gap at the end is a gap of this source.
        joined.delete(source)
      },
    }
  }

  return {
    open: (source, zeroAt) => {
      mix ??= begin(zeroAt)
      return join(mix, source)
    },
  }
}
