import type { ParleyBridge } from '../../common/ipc/bridge-api'
import type { Call } from '../shared/call'
import type { CaptionsStore } from './store'

/**
 * Loads the store from main and keeps it up to date. It listens before it asks, so no change is
 * missed; a change that arrives before the answer is part of the answer.
 */
export async function connect(
  bridge: Pick<ParleyBridge, 'on'>,
  call: Call,
  store: CaptionsStore,
): Promise<void> {
  bridge.on('captions:look', store.setLook)
  bridge.on('recording:status', store.setStatus)
  bridge.on('transcript:turn', ({ meetingId, turn }) => store.turn(meetingId, turn))
  bridge.on('transcript:turn-dropped', ({ meetingId, ...turn }) => store.drop(meetingId, turn))
  const content = await call('captions:content', undefined)
  if (content.ok) store.begin(content.value)
}
