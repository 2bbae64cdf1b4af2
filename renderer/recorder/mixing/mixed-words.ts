import type { RecorderEvent, Source } from '../../../preload/model'
import { samplesToMs } from '../capture/timeline'
import type { Stream } from '../streaming/stream'
import { openStream, type Words, type WordsOptions, type WordsOutlet } from '../words'
import { createAttribution } from './attribution'
import { createMixer, type Mixer } from './mixer'
import { createSplitTurns } from './split-turns'

/** The one session counts as this source's where something must have one. */
const named: Source = 'microphone'

/** The session of all sources that are on, from the first one that joins to the last that leaves. */
interface Mix {
  readonly mixer: Mixer
  readonly stream: Stream
  /** The sources in it, and whether they pause. */
  readonly joined: Map<Source, { paused: boolean }>
}

/** One session for all sources: half the price. Each word goes to the source that was louder. */
export function createMixedWords(options: WordsOptions): Words {
  let mix: Mix | null = null

  function begin(startedAt: number): Mix {
    const joined: Mix['joined'] = new Map()
    const attribution = createAttribution()
    const turns = createSplitTurns(attribution)
    const emit = (event: RecorderEvent): void => {
      turns.events(event, [...joined.keys()], options.environment.newId).forEach(options.emit)
    }
    const stream = openStream({ ...options, emit }, named, startedAt)
    const mixer = createMixer((frame, loudness) => {
      attribution.note(samplesToMs(frame.firstSample), loudness)
      stream.push(frame)
    })
    return { mixer, stream, joined }
  }

  function join(into: Mix, source: Source): WordsOutlet {
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
        // Kept until here: what is missing at the end is missing of this source.
        joined.delete(source)
      },
    }
  }

  return {
    open: (source, startedAt) => {
      mix ??= begin(startedAt)
      return join(mix, source)
    },
  }
}
