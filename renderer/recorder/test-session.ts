import { errorValue } from '../../common/errors'
import type { SessionGrant, SessionTested } from '../../common/model'
import { answeringModel } from './streaming/begin-echo'
import { judgeClose } from './streaming/close-codes'
import type { StreamingDeps } from './streaming/deps'
import { paidExtrasOf } from './streaming/paid-extras'
import { connectSession } from './streaming/session'

/**
 * Opens a session until its Begin and terminates it, which the service bills with a second or two.
 * Returns why it did not begin, or what is billed.
 */
export async function testSession(
  grant: SessionGrant,
  deps: StreamingDeps,
): Promise<Omit<SessionTested, 'testId'>> {
  let { model } = grant
  const session = connectSession(grant, {
    deps,
    idle: { restart: () => undefined },
    handlers: {
      onBegin: ({ configuration }) => {
        model = answeringModel(configuration, grant.model)
      },
      onTurn: () => undefined,
      onSpeakers: () => undefined,
      onHeartbeat: () => undefined,
      onWarning: () => undefined,
      onIgnored: () => undefined,
    },
  })
  const begin = await session.begun
  if (begin === null) {
    const verdict = judgeClose(await session.ended)
    return { error: verdict.error ?? errorValue('session-refused'), billed: null }
  }
  session.terminate()
  const { billedSeconds, lastedMs } = await session.ended
  const seconds = billedSeconds ?? Math.ceil(((lastedMs ?? 0) + begin.connectingMs) / 1_000)
  const extras = paidExtrasOf(grant.url)
  return { error: null, billed: { sessionId: begin.id, model, extras, seconds } }
}
