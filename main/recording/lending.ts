import { fail, type Result } from '../../preload/errors'
import type { SessionGrant, Source } from '../../preload/model'
import type { RecordingsOptions } from './options'
import type { Stage } from './stage'

/**
 * A grant for the recorder; `token-not-lent` unless this recording is on.
 * SECURITY: a token is money and speech: none leaves main unless this very recording is on, also
 * not one that was asked for before Stop or a pause and minted after it.
 */
export async function lend(
  stage: Stage,
  { grant }: RecordingsOptions,
  recordingId: string,
  source: Source,
): Promise<Result<SessionGrant>> {
  const run = stage.running
  const isOn = () =>
    stage.running === run &&
    (stage.state === 'starting' || stage.state === 'recording') &&
    run?.asleep === false &&
    run.lanes.at(-1)?.recordingId === recordingId
  if (run === null || !isOn()) return fail('token-not-lent')
  const granted = await grant(source, run.settings, {
    life: run.life.signal,
    onWait: (error) => {
      // While words come, the token is for the session after this one, and there is time.
      if (run.connections.get(source) === 'live') return
      if (stage.running === run && stage.problems.set('connection', source, error)) {
        stage.tellStatus()
      }
    },
  })
  return isOn() ? granted : fail('token-not-lent')
}
