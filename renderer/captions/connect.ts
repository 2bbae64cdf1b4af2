import type { ParleyBridge } from '../../preload/bridge-api'
import type { Ask } from '../shared/ask'
import type { CaptionsStore } from './store'

/**
 * Fills the store from main and keeps it so. Listens before it asks; what comes before the answer is
 * in the answer, too.
 */
export async function connect(
  bridge: Pick<ParleyBridge, 'on'>,
  ask: Ask,
  store: CaptionsStore,
): Promise<void> {
  bridge.on('captions:look', store.setLook)
  bridge.on('recording:status', store.setStatus)
  bridge.on('transcript:turn', ({ meetingId, turn }) => store.turn(meetingId, turn))
  bridge.on('transcript:turn-dropped', ({ meetingId, ...turn }) => store.drop(meetingId, turn))
  const content = await ask('captions:content', undefined)
  if (content.ok) store.begin(content.value)
}
