import { MessageChannel } from 'node:worker_threads'
import { openLibrary } from '../../../main/library/library'
import { createRecordings } from '../../../main/recording/recording'
import { defaultSettings } from '../../../common/model'
import { turnOf } from '../library/folder-fixtures'
import { audioPortOf } from './audio-port'

/** Records into the folder in its first argument until it is killed, and prints what arrives. */
const [, , folder = ''] = process.argv
const library = openLibrary({ folder })
if (!library.ok) throw new Error(library.error.code)
const { port1, port2 } = new MessageChannel()
let ids = 0
const recordings = createRecordings({
  rememberAnswer: () => true,
  library: library.value,
  settings: () => defaultSettings,
  grant: () => Promise.reject(new Error('Nobody asks.')),
  broadcast: (name, payload) => {
    if (name !== 'transcript:turn') return
    const { turn } = payload as { turn: { turnOrder: number } }
    process.stdout.write(`final ${turn.turnOrder}\n`)
  },
  freeBytes: () => Promise.resolve(null),
  systemSound: { problem: () => null, hearsOwn: () => false },
  reserve: { keep: () => Promise.resolve(), release: () => undefined },
  newId: () => `id-${(ids += 1)}`,
  recorder: {
    start: () => undefined,
    change: () => undefined,
    stop: () => undefined,
    restart: () => undefined,
    openAudioPort: () => audioPortOf(port1),
    receiveEvent: () => false,
  },
})
recordings.recorderReady()
recordings.start()
recordings.recorderEvent({
  type: 'capturing',
  source: 'microphone',
  deviceRate: 48_000,
  label: '',
  substitute: false,
  firstSample: 0,
})
let frame = 0
const began = performance.now()
setInterval(() => {
  // Frames of 50 ms by the clock: a busy machine must not slow the sound down.
  for (; frame * 50 <= performance.now() - began; frame += 1) {
    const pcm = new Int16Array(800).fill(1 + (frame % 1_000)).buffer
    port2.postMessage({ source: 'microphone', firstSample: frame * 800, pcm }, [pcm])
    process.stdout.write(`frame ${frame}\n`)
    if (frame % 2 === 0) {
      recordings.recorderEvent({ type: 'turn', turn: turnOf({ turnOrder: frame / 2 }) })
    }
  }
}, 10)
