import { ok } from '../../common/errors'
import type { AudioAccess } from '../audio-storage'
import type { CallHandlers, Events } from '../boundary'
import { createGapQueue } from './gap-queue'
import { createRetranscriber, type RetranscriberOptions } from './retranscribe'
import { createTranscribers, type TranscribersOptions } from './transcribers'
import { createJobDeletion } from './job-deletion'
import { createRemoveJob } from '../service'
import type { Library } from '../library'

/** The part of Electron's `net` that is used. */
interface OnlineSource {
  isOnline(): boolean
}

const onlineCheckMs = 5_000

interface TranscriptionDeps extends Omit<TranscribersOptions, 'settings'> {
  readonly events: Events
  readonly library: Library
  readonly audioStorage: { readonly holdAudio: AudioAccess['hold'] }
  readonly settings: { readonly get: TranscribersOptions['settings'] }
  readonly meetings: { readonly notifyEdited: RetranscriberOptions['edited'] }
  readonly net: OnlineSource
}

/** Gap filling and re-transcription with both engines; `start` begins both. */
export function setupTranscription(setup: TranscriptionDeps) {
  const { events, library, audioStorage, meetings } = setup
  const settings = setup.settings.get
  const sounds = { hold: audioStorage.holdAudio }
  const { engines, retranscribeEngine } = createTranscribers({ ...setup, settings })
  const jobDeletion = createJobDeletion({ library, removeJob: createRemoveJob(setup.service) })
  const broadcast = events.emit
  const gapQueue = createGapQueue({ library, sounds, engines, broadcast, jobDeletion })
  const retranscriber = createRetranscriber({
    library,
    sounds,
    engine: retranscribeEngine,
    engineInUse: () => settings().engine,
    jobDeletion,
    broadcast,
    edited: meetings.notifyEdited,
  })
  const stopWatching = watchOnline(setup.net, gapQueue.networkBack)
  events.on('gaps:found', gapQueue.trigger)
  events.on('transcript:corrected', ({ meetingId }) => retranscriber.corrected(meetingId))
  events.on('keys:changed', gapQueue.keysChanged)
  events.on('power:resume', gapQueue.networkBack)
  events.on('proxy:signed-in', gapQueue.networkBack)
  events.on('meetings:abandoned', ({ id }) => {
    gapQueue.cancelMeeting(id)
    retranscriber.cancelMeeting(id)
  })
  return {
    handlers: {
      'gaps:problems': () => ok([...gapQueue.problems()]),
      'retranscription:start': ({ id, part }) => retranscriber.start(id, part),
      'retranscription:cancel': () => retranscriber.cancel(),
      'retranscription:accept': ({ corrected }) => retranscriber.accept(corrected),
      'retranscription:choose': ({ key, take }) => retranscriber.choose(key, take),
      'retranscription:differences': () => retranscriber.differences(),
      'retranscription:state': () => ok(retranscriber.state()),
    } satisfies Partial<CallHandlers>,
    start: () => {
      gapQueue.trigger()
      retranscriber.resume()
    },
    stop: () => {
      stopWatching()
      gapQueue.stop()
      retranscriber.stop()
      jobDeletion.stop()
    },
  }
}

/** Calls back each time the network comes back; returns the function that stops watching. */
function watchOnline(net: OnlineSource, onBack: () => void): () => void {
  let wasOnline = net.isOnline()
  const timer = setInterval(() => {
    const isOnline = net.isOnline()
    if (isOnline && !wasOnline) onBack()
    wasOnline = isOnline
  }, onlineCheckMs)
  return () => clearInterval(timer)
}
